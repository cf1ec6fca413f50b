/**
 * Somebody leaves, and somebody else gets all that they own: one command for each stream, each a commit of its own.
 * The streams to ask are those in which the person ever owned something, folded from the log and kept in memory; the
 * first question after a start reads the whole log for it. What the person owns now, and whether it may change, each
 * stream decides for itself.
 *
 * <p>Nothing holds the commits together. When the process dies between two of them, the same request goes on where it
 * ended.
 */
@NullMarked
package io.okrledger.command.handover;

import org.jspecify.annotations.NullMarked;

/**
 * Why is this 0.43? Every number that the other questions are answered with, by its rule and the rule's version, from which
 * inputs, and by which events, down to their positions in the log.
 *
 * <p>Nothing is worked out a second time: the numbers are taken from the functions that make the answers, for one position
 * of the log, and the positions of events from the history and from the log itself.
 */
@NullMarked
package io.okrledger.query.explain;

import org.jspecify.annotations.NullMarked;

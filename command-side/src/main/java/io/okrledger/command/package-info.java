/**
 * The side that changes things: commands come in over HTTP, aggregates decide, events go into the log.
 */
@NullMarked
package io.okrledger.command;

import org.jspecify.annotations.NullMarked;

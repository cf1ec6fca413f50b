/**
 * Cycles are planned, opened and closed, once each and in this order. A cycle carries the policies by which its weeks
 * and scores are judged. Until it closes, days may be named on which no check-in is owed.
 */
@NullMarked
package io.okrledger.command.cycle;

import org.jspecify.annotations.NullMarked;

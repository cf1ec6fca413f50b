/**
 * Who writes at the end of the log when several processes want to. This is advice that saves work: what keeps the log in
 * order is the log itself, and a process that takes no part, or out of its turn, is late or makes others late.
 */
@NullMarked
package io.okrledger.log.turns;

import org.jspecify.annotations.NullMarked;

/**
 * Objectives with their key results and check-ins: one aggregate, because a check-in must see the key result that it
 * belongs to as it is now. What an objective must know of its cycle, team and goal it reads from their streams.
 * Once a cycle is closed, an automation that follows the log grades each of its objectives.
 */
@NullMarked
package io.okrledger.command.objective;

import org.jspecify.annotations.NullMarked;

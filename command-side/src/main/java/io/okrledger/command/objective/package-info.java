/**
 * Objectives with their key results and check-ins: one aggregate, because a check-in must see the key result that it
 * belongs to as it is now. The key results and the grading are members of it, each with the commands that are its own.
 * Once a cycle is closed, an automation that follows the log grades each of its objectives.
 */
@NullMarked
package io.okrledger.command.objective;

import org.jspecify.annotations.NullMarked;

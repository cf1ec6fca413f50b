/**
 * How did it get there? One row per change of a number, an owner, a weight, a word or a link, with the old and the new,
 * who, when and why, and how the key result or the objective stood afterwards. A score is never in an event, so a second
 * collection keeps, per objective, what the next score is worked out from.
 */
@NullMarked
package io.okrledger.query.history;

import org.jspecify.annotations.NullMarked;

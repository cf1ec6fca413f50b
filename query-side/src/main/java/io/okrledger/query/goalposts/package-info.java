/**
 * Which targets moved, and what would the score be had they not? One document per objective holds what its key results
 * promised first, what they promise now and what was measured; each move has a row of its own, so that no document grows
 * with the number of moves. Both scores follow from the same weekly values.
 *
 * <p>What was dropped or abandoned is shown and says so: a target that moved before is a fact as well.
 */
@NullMarked
package io.okrledger.query.goalposts;

import org.jspecify.annotations.NullMarked;

/**
 * Who owned it when, and whose weeks were missed? Each tenure is a row: somebody owned a goal, an objective or a key
 * result from one instant until another. Beside the rows one document per stream holds which of its tenures last, so that
 * the next event finds the one that it ends.
 *
 * <p>How the weeks of a tenure went is the cadence's to say: a week belongs to the tenure in which its due moment and
 * grace fell. What a cycle holds is nobody's any more once it is closed; that is joined when somebody asks.
 */
@NullMarked
package io.okrledger.query.ownership;

import org.jspecify.annotations.NullMarked;

/**
 * Does the weekly rhythm pay? The graded key results of a cycle, cut into cohorts by how faithfully they were reviewed,
 * and what of the difference is more than chance. Of an open cycle the scores so far are taken, and the answer says
 * that it is provisional.
 *
 * <p>There is nothing to project: what a key result scored is the scoreboard's, how its weeks went is the cadence's,
 * and this package joins the two when it is asked.
 */
@NullMarked
package io.okrledger.query.completion;

import org.jspecify.annotations.NullMarked;

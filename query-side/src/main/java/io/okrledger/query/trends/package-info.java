/**
 * How do cycles compare? One document per objective holds its facts, and every team has one that says whether it is still
 * there. A measure that is carried over is one line across cycles, its lineage.
 *
 * <p>A line of a trend has many objectives behind it, and these are other streams: no event could write it without racing
 * with another. So lines are summed up when somebody asks, and remembered. What was remembered of a cycle is brought up to
 * date by the documents that have changed since; of a closed and graded one these are only its amended grades.
 */
@NullMarked
package io.okrledger.query.trends;

import org.jspecify.annotations.NullMarked;

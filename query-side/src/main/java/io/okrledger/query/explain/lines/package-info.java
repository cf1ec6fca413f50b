/**
 * The numbers of the lines that sum up: roll-ups, check-in weeks together, cohorts and trends. Their inputs are their
 * members, each with where it is explained in turn, down to the events.
 */
@NullMarked
package io.okrledger.query.explain.lines;

import org.jspecify.annotations.NullMarked;

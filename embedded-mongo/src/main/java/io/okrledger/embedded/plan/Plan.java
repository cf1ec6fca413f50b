package io.okrledger.embedded.plan;

import java.util.List;

/**
 * Which part of which index holds all documents that match a filter, and possibly others.
 *
 * @param intervals disjoint, in the order of the index; none when no document can match
 * @param backwards whether to walk from the last key of the last interval to the first one
 * @param sorted whether the walk delivers the documents in the order that was asked for
 * @param narrowed false: the whole index is walked
 * @param points whether each interval holds one key at most, which is its beginning
 * @param exact whether no other documents are there, so that they need not be looked at
 */
public record Plan(
        Candidate index,
        List<Interval> intervals,
        boolean backwards,
        boolean sorted,
        boolean narrowed,
        boolean points,
        boolean exact) {}

package io.okrledger.log;

import java.util.List;

/**
 * A commit without what happened in it.
 *
 * @param last the position of its last event
 */
record Touched(long position, long last, List<StreamRange> streams) {

    static Touched by(Commit commit) {
        return new Touched(commit.position(), commit.lastPosition(), commit.streams());
    }
}

package io.okrledger.log;

import java.time.Instant;

/**
 * The end of the log, as far as it is known for certain: made only from documents that a majority has acknowledged or
 * that were read from a majority. A head made from anything less could be rolled back and leave a hole for ever.
 *
 * @param next the position of the next commit
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Head(long next, Instant at, byte[] hash) {

    static final Head OF_EMPTY_LOG = after(Commit.GENESIS);

    static Head after(Commit commit) {
        return new Head(commit.lastPosition() + 1, commit.at(), commit.hash());
    }
}

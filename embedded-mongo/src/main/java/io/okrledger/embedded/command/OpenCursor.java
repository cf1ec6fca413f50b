package io.okrledger.embedded.command;

import java.util.List;

/** A result of which there is more. */
interface OpenCursor {

    /** How many documents are given at first unless that is asked for. */
    int FIRST_BATCH = 101;

    /** Far below the 16 MB that a reply may have, with room for one document of that size. */
    int MOST_BYTES = 4 << 20;

    /** The next documents, as a reply holds them, at most so many; at least one when there is one and any are asked for. */
    List<?> next(int most);

    boolean isExhausted();

    /** How much memory it holds between two commands, roughly. */
    long bytes();

    /** Whether there may be much to look through up to the next one. */
    boolean mayTakeLong();
}

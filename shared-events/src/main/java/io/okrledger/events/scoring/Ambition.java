package io.okrledger.events.scoring;

/** How much of a key result its owner promises. */
public enum Ambition {
    /** To be reached in full. */
    COMMITTED,
    /** A stretch, of which a good part is a success. */
    ASPIRATIONAL
}

package io.okrledger.query.alignment.tree;

/** Why an objective does not stand below what it contributes to. */
enum Cut {
    /** It would stand below itself. */
    LOOP,
    /** There are too many levels above it for one tree; what is below it goes on from here. */
    TOO_DEEP,
    /** This model has not heard of the parent yet. */
    PARENT_UNKNOWN
}

package io.okrledger.query.operations.verification;

/** @param collection where the document is; that of former versions ends in {@code -versions} */
record Difference(String collection, String id, What what) {

    enum What {
        /** The log says that there is such a document, and there is none. */
        MISSING,
        /** There is a document of which the log knows nothing. */
        TOO_MANY,
        /** The document is another than the log says. */
        OTHER
    }
}

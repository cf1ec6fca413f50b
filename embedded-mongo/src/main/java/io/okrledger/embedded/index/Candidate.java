package io.okrledger.embedded.index;

/**
 * An index that could serve a query. Its entries are ordered by its fields and, where those are equal, by {@code _id}.
 *
 * @param unique whether no two entries have the same values of its fields
 * @param multikey whether a document was ever entered {@linkplain Entries#fromArray() from an array}
 */
public record Candidate(String name, IndexShape shape, boolean unique, boolean multikey) {}

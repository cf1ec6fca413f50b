package io.okrledger.embedded.plan;

import io.okrledger.embedded.index.IndexShape;

/**
 * An index that could serve a query. Its entries are ordered by its fields and, where those are equal, by {@code _id}.
 *
 * @param unique whether no two entries have the same values of its fields
 * @param multikey whether a document was ever entered {@linkplain io.okrledger.embedded.index.Entries#fromArray() from an array}
 */
public record Candidate(String name, IndexShape shape, boolean unique, boolean multikey) {}

package io.okrledger.embedded.index;

import java.util.List;

/**
 * What an index holds of one document.
 *
 * @param keys sorted as unsigned bytes, distinct; empty when the index is sparse and the document has none of its
 *     fields
 * @param fromArray whether some field was found in an array, or was one
 */
public record Entries(List<byte[]> keys, boolean fromArray) {}

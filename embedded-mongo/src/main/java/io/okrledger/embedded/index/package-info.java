/**
 * What an index holds of a document: functions of documents, without any storage.
 *
 * <p>{@link io.okrledger.embedded.index.IndexShape} makes the entries of a document, one or one for each element of an
 * array. {@link io.okrledger.embedded.index.SortOrder} is the order that such an index would give, for documents that are
 * sorted in memory.
 */
@NullMarked
package io.okrledger.embedded.index;

import org.jspecify.annotations.NullMarked;

/**
 * Documents and their indexes in ordered tables, and the way through them.
 *
 * <p>A collection is a table of documents in the order of their ids, which is its {@code _id_} index at the same time,
 * and a table for each other index, from the encoded fields to the id. A {@link io.okrledger.embedded.collection.Sequence}
 * is what a query finds, in its order. Updates and upserts are those of mongo-java-server.
 */
@NullMarked
package io.okrledger.embedded.collection;

import org.jspecify.annotations.NullMarked;

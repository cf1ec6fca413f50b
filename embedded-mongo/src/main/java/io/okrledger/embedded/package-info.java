/**
 * A MongoDB-compatible store inside the process, so that a machine with a JDK and nothing else can keep a ledger.
 *
 * <p>{@link io.okrledger.embedded.EmbeddedMongo} opens a directory and serves it on a loopback port; everything else
 * talks to it through the official driver, exactly as to a server. A command comes in over {@code wire}, is taken apart
 * in {@code command}, works on documents and indexes in {@code collection}, and ends as one batch of keys in
 * {@code rocks}. What an index holds is said in {@code index}, in which {@code order}, and what a query needs of it in
 * {@code plan}. The reply waits in {@code wire} for a sync that it shares with others.
 *
 * <p>The wire protocol, the query language, updates and aggregation are those of mongo-java-server; the files are those
 * of RocksDB.
 */
@NullMarked
package io.okrledger.embedded;

import org.jspecify.annotations.NullMarked;

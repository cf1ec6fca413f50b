/**
 * The event log: an append-only, densely ordered, hash-chained sequence of commits in one MongoDB collection, and what
 * lets Axon Framework use it as event store and token store.
 *
 * <p>{@link io.okrledger.log.EventLog} is the log itself. Around it stand {@link
 * io.okrledger.log.MongoEventStorageEngine} and {@link io.okrledger.log.MongoEventStore}, through which aggregates
 * and event processors see it. What the processors have to keep of their own is in {@code tokens}, what they cannot
 * handle in {@code letters}; {@code verification} proves afterwards that a stored log is what it promises to be.
 *
 * <p>Only single-document writes are used, so that a standalone server, a replica set and a compatible store will do.
 * Nothing in here knows what the events are about.
 */
@NullMarked
package io.okrledger.log;

import org.jspecify.annotations.NullMarked;

/**
 * The event log: an append-only, densely ordered, hash-chained sequence of commits in one MongoDB collection.
 *
 * <p>{@link io.okrledger.log.EventLog} is all of it that others use: it appends a {@link io.okrledger.log.NewCommit} and
 * gives back a {@link io.okrledger.log.Commit}. It knows nothing of what is built on it. Axon Framework sees it through
 * {@code eventstore}. What event processors have to keep of their own is in {@code tokens}, what they cannot handle in
 * {@code letters}. {@code verification} proves afterwards that a stored log is what it promises to be. For processes that
 * write at the same time there is {@code handover}, the way to the one that writes for all, and {@code turns} for when that
 * one is not reached.
 *
 * <p>Only single-document writes are used, so that a standalone server, a replica set and a compatible store will do.
 * Nothing in here knows what the events are about.
 */
@NullMarked
package io.okrledger.log;

import org.jspecify.annotations.NullMarked;

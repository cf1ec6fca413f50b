/**
 * The log as Axon Framework sees it.
 *
 * <p>{@link io.okrledger.log.eventstore.MongoEventStorageEngine} makes one commit of what a unit of work publishes, and
 * {@link io.okrledger.log.eventstore.MongoEventStore} gives processors streams that call them when there is something. An
 * event is stored under its name in {@link io.okrledger.log.eventstore.EventTypes}, so that no class name gets into the
 * log, and read in its newest shape by {@link io.okrledger.log.eventstore.RegisteredUpcaster}. {@link
 * io.okrledger.log.eventstore.CommitMetaData} is what makes a command repeatable.
 */
@NullMarked
package io.okrledger.log.eventstore;

import org.jspecify.annotations.NullMarked;

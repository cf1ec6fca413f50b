package io.okrledger.query.operations;

import org.jspecify.annotations.Nullable;

/**
 * How the log is doing.
 *
 * @param head the position of its newest event
 * @param eventsPerSecond how fast it has grown of late; null as long as there is nothing to compare
 * @param conflicts how many commits of this process came too late, because another writer had been faster
 */
record LogStatus(long head, @Nullable Double eventsPerSecond, long conflicts) {}

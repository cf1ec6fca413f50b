/**
 * The event log beside what else an Axon application could use, at the level of {@code EventStorageEngine} for all of
 * them: with the same events, the same serializer, and an append that returns when its event is on the disk.
 */
@NullMarked
package io.okrledger.benchmarks.log;

import org.jspecify.annotations.NullMarked;

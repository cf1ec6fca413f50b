package io.okrledger.query.operations;

import io.okrledger.query.operations.pace.Lag;
import io.okrledger.query.support.slots.Rollout;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a model is doing.
 *
 * @param name the projection's processing group
 * @param version the one that serves
 * @param since when the state began; null if it never was another one
 * @param position up to which every event is in the documents that serve
 * @param parked events that could not be handled, and those that wait behind them
 * @param building the version that is on its way; null if there is none
 * @param kept the version that served before and can be gone back to; null if there is none
 */
record ProjectionStatus(
        String name,
        long version,
        Rollout.State state,
        @Nullable Instant since,
        long position,
        long head,
        Lag lag,
        long parked,
        @Nullable Building building,
        @Nullable Long kept) {}

package io.okrledger.log.autoconfigure;

import io.okrledger.log.TailInterval;
import io.okrledger.log.handover.Address;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be configured under {@code okr}.
 *
 * @param clock the instant at which time stands still; none for the time of day
 */
@ConfigurationProperties("okr")
record LogProperties(
        @DefaultValue Mongodb mongodb,
        @Nullable Instant clock,
        @DefaultValue Log log,
        @DefaultValue Projections projections,
        @DefaultValue DeadLetters deadLetters) {

    /** @param uri names the database too, {@code okr-ledger} if it does not */
    record Mongodb(@Nullable String uri) {}

    /**
     * What the log has to do with other processes.
     *
     * @param pollAtLeastEvery how often to look for their commits when nobody else has written for a while
     * @param pollAtMostEvery how often while others are writing
     * @param host the name by which they reach this one; {@code localhost} for those on the same machine
     * @param port at which they reach this one; 0 for any that is free
     */
    record Log(
            @DefaultValue("500ms") Duration pollAtLeastEvery,
            @DefaultValue("20ms") Duration pollAtMostEvery,
            @DefaultValue("localhost") String host,
            @DefaultValue("0") int port) {

        TailInterval interval() {
            return new TailInterval(pollAtMostEvery, pollAtLeastEvery);
        }

        Address address() {
            return new Address(host, port);
        }
    }

    /**
     * @param segments into how many parts a new processor's work is cut; the same on every node
     * @param batchSize how many events are handled before their token is stored
     * @param claimExtension how often a node shows that it is alive, and how late the token of a segment without events may
     *     be
     * @param claimTimeout how long a node may be silent before others take its segments over
     * @param claimInterval how often a node looks for segments to take over or to give back
     */
    record Projections(
            @DefaultValue("4") int segments,
            @DefaultValue("512") int batchSize,
            @DefaultValue("500ms") Duration claimExtension,
            @DefaultValue("10s") Duration claimTimeout,
            @DefaultValue("2s") Duration claimInterval) {}

    /**
     * How much may be parked, for each processor, before it stands still.
     *
     * @param sequences streams with an event that cannot be handled
     * @param perSequence events of one stream
     */
    record DeadLetters(
            @DefaultValue("1000") int sequences,
            @DefaultValue("1000") int perSequence) {}
}

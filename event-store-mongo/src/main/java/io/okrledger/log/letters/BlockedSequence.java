package io.okrledger.log.letters;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sequence with letters, and the one in front on which it waits.
 *
 * @param sequence what is kept in order: the id of a stream, as a rule
 * @param eventType the name in the log
 * @param streamType empty for an event that belongs to no aggregate
 * @param cause what the handler failed with; null if the event was never handled, because an earlier one was discarded
 * @param parkedAt since when it has been waiting
 * @param triedAt when it was handled in vain last
 * @param tries how often it was handled in vain since it was under suspicion
 * @param waiting how many events of the sequence are parked behind it
 */
public record BlockedSequence(
        String sequence,
        long position,
        String eventType,
        String streamType,
        @Nullable String cause,
        Instant parkedAt,
        Instant triedAt,
        int tries,
        long waiting) {}

package io.okrledger.log;

import java.time.Instant;

/**
 * An event as it lies in the log. Its bytes are those that were stored: nothing is parsed or written anew to be read.
 *
 * @param streamType empty for an event that belongs to no aggregate; such an event is a stream of its own
 * @param sequence the place in its stream, from 0
 * @param type a name for ever, and not that of a class
 * @param timestamp in milliseconds; what is finer is not kept
 */
@SuppressWarnings("ArrayRecordComponent") // handed on as they are; two events are the same when their ids are
public record StoredEvent(
        String id,
        String streamId,
        String streamType,
        long sequence,
        String type,
        int revision,
        Instant timestamp,
        byte[] payload,
        byte[] metaData) {}

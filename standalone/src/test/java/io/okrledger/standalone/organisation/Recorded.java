package io.okrledger.standalone.organisation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What one command wrote: one commit of one stream.
 *
 * @param sequence of the first event in its stream
 * @param events records of the published language
 */
public record Recorded(
        Instant at,
        UUID id,
        String streamType,
        String streamId,
        long sequence,
        List<Object> events,
        Map<String, String> metaData) {}

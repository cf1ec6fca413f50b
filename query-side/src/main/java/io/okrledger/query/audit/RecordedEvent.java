package io.okrledger.query.audit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.okrledger.log.Commit;
import io.okrledger.log.StoredEvent;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event as it lies in the log.
 *
 * @param at when it was done
 * @param effectiveAt when it happened as an import claims; null for all that was not imported
 * @param recordedAt when the log took it in
 * @param payload the stored bytes, neither read nor written anew, so that unknown types are served as well
 */
record RecordedEvent(
        long position,
        String id,
        String type,
        int revision,
        Stream stream,
        Instant at,
        @Nullable Instant effectiveAt,
        Instant recordedAt,
        @Nullable String actor,
        @Nullable String correlationId,
        @Nullable String causationId,
        @JsonRawValue @Schema(type = "object") String payload) {

    private static final JsonMapper JSON = new JsonMapper();

    record Stream(String type, String id, long sequence) {}

    static RecordedEvent of(Commit commit, int index) {
        var event = commit.events().get(index);
        var metaData = metaData(event);
        var effectiveAt = metaData.get("effectiveAt");
        return new RecordedEvent(
                commit.position() + index,
                event.id(),
                event.type(),
                event.revision(),
                new Stream(event.streamType(), event.streamId(), event.sequence()),
                event.timestamp(),
                effectiveAt == null ? null : Instant.parse(effectiveAt),
                commit.at(),
                metaData.get("actor"),
                metaData.get("correlationId"),
                metaData.get("causationId"),
                new String(event.payload(), StandardCharsets.UTF_8));
    }

    private static Map<String, String> metaData(StoredEvent event) {
        return JSON.readValue(event.metaData(), new TypeReference<>() {});
    }
}

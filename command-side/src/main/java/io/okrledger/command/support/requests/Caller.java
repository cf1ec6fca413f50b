package io.okrledger.command.support.requests;

import io.okrledger.log.eventstore.CommitMetaData;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for a change, and on which terms: what the headers of a request say.
 *
 * @param actor the person, as the identity proxy in front of the ledger knows them
 * @param client the application that acts for the person
 * @param expectedVersion the version of the aggregate that the caller has seen (If-Match)
 * @param idempotencyKey makes the request happen once, however often it is sent
 * @param fingerprint tells whether two requests with one key are the same; present when the key is
 * @param effectiveAt when it happened, as an import claims
 */
public record Caller(
        String actor,
        @Nullable String client,
        String correlationId,
        @Nullable Long expectedVersion,
        @Nullable String idempotencyKey,
        @Nullable String fingerprint,
        @Nullable Instant effectiveAt) {

    /** The same for one of the commands of a request: its key is its own, and the caller has seen no version of it. */
    public Caller forPart(Object part) {
        var key = idempotencyKey == null ? null : idempotencyKey + "/" + part;
        return new Caller(actor, client, correlationId, null, key, fingerprint, effectiveAt);
    }

    /** The same person with one line of an import, which has a key and a date of its own. */
    public Caller importing(String key, String content, Instant claimed) {
        return new Caller(actor, client, correlationId, null, key, content, claimed);
    }

    /**
     * What goes with the command.
     *
     * @param created the id of the thing that the command makes, if it makes one
     */
    public Map<String, String> metaData(@Nullable String created) {
        var metaData = new HashMap<String, String>();
        metaData.put(EventMetaData.ACTOR, actor);
        metaData.put(EventMetaData.CORRELATION_ID, correlationId);
        putIfGiven(metaData, EventMetaData.CLIENT, client);
        putIfGiven(metaData, EventMetaData.CREATED, created);
        putIfGiven(metaData, EventMetaData.EFFECTIVE_AT, effectiveAt);
        putIfGiven(metaData, Version.EXPECTED, expectedVersion);
        putIfGiven(metaData, CommitMetaData.IDEMPOTENCY_KEY, idempotencyKey);
        putIfGiven(metaData, CommitMetaData.FINGERPRINT, fingerprint);
        return metaData;
    }

    private static void putIfGiven(Map<String, String> metaData, String name, @Nullable Object value) {
        if (value != null) {
            metaData.put(name, value.toString());
        }
    }
}

package io.okrledger.command.support;

import org.jspecify.annotations.Nullable;

/**
 * Who asks for a change, and on which terms: what the headers of a request say.
 *
 * @param actor the person, as the identity proxy in front of the ledger knows them
 * @param client the application that acts for the person
 * @param expectedVersion the version of the aggregate that the caller has seen (If-Match)
 * @param idempotencyKey makes the request happen once, however often it is sent
 * @param fingerprint tells whether two requests with one key are the same; present when the key is
 */
public record Caller(
        String actor,
        @Nullable String client,
        String correlationId,
        @Nullable Long expectedVersion,
        @Nullable String idempotencyKey,
        @Nullable String fingerprint) {

    /** The same for one of the commands of a request: its key is its own, and the caller has seen no version of it. */
    Caller forPart(Object part) {
        var key = idempotencyKey == null ? null : idempotencyKey + "/" + part;
        return new Caller(actor, client, correlationId, null, key, fingerprint);
    }
}

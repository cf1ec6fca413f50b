package io.okrledger.command.support.lines;

import io.okrledger.command.support.requests.Ids;
import io.okrledger.command.support.requests.NoFields;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One type of line.
 *
 * @param name what the line says as its {@code type}
 * @param makes the id of what such a line makes, so that others can refer to it; null if it makes nothing
 * @param place the fields that the path of the HTTP request has
 * @param body the fields that its body has
 */
public record LineType<P extends Record, B extends Record>(
        String name, @Nullable Class<?> makes, Class<P> place, Class<B> body, Asking<P, B> asking) {

    /** Makes a request of what a line says. */
    interface Asking<P, B> {
        Request request(Ids ids, P place, B body, Instant at);
    }

    /** Makes the request to make a thing that will have this id. */
    public interface Making<I, P, B> {
        Request request(I id, P place, B body, Instant at);
    }

    /** @param newId an id from its UUID */
    public static <I, P extends Record, B extends Record> LineType<P, B> making(
            String name,
            Class<I> makes,
            Function<UUID, I> newId,
            Class<P> place,
            Class<B> body,
            Making<I, P, B> making) {
        return new LineType<>(name, makes, place, body, (ids, p, b, at) -> making.request(ids.next(newId), p, b, at));
    }

    /** A type of line that says everything by its place. */
    public static <P extends Record> LineType<P, NoFields> changing(
            String name, Class<P> place, Function<P, Request> change) {
        return new LineType<>(name, null, place, NoFields.class, (ids, p, b, at) -> change.apply(p));
    }
}

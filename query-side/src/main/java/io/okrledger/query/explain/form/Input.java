package io.okrledger.query.explain.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a number was worked out from.
 *
 * @param of which one of several: a week, a pause, or the id of a key result or an objective; null for the only one
 * @param value null for what is not there
 * @param events the positions of the events that say so; empty for what no event says, such as the clock
 * @param explain where the number, or what it is of, is explained in turn; null when the events say it
 */
public record Input(
        String name,
        @Nullable String of,
        @Nullable Object value,
        List<Long> events,
        @Nullable String explain) {

    /** A fact. */
    public static Input said(String name, @Nullable Object value, List<Long> events) {
        return new Input(name, null, value, events, null);
    }

    /** One of several facts. */
    public static Input said(String name, Object of, @Nullable Object value, List<Long> events) {
        return new Input(name, of.toString(), value, events, null);
    }

    /** What no event says: it follows from the clock, or from what is asked. */
    public static Input given(String name, @Nullable Object value) {
        return new Input(name, null, value, List.of(), null);
    }

    /** A number that is explained itself. */
    public static Input explained(String name, @Nullable Object value, String explain) {
        return new Input(name, null, value, List.of(), explain);
    }

    /** One of several numbers that are explained themselves. */
    public static Input explained(String name, Object of, @Nullable Object value, String explain) {
        return new Input(name, of.toString(), value, List.of(), explain);
    }
}

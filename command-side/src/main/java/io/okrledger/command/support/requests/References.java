package io.okrledger.command.support.requests;

import org.jspecify.annotations.Nullable;

/** What a text stands for where an id belongs. */
@FunctionalInterface
public interface References {

    /** An id stands for itself. */
    References NONE = (idType, text) -> text;

    /** The id that is meant, still as a text; null when nothing is known by that text. */
    @Nullable String idOf(Class<?> idType, String text);
}

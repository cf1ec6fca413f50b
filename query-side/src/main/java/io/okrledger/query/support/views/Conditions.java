package io.okrledger.query.support.views;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.model.Filters;
import java.util.Collection;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Which documents of a {@link ViewStore} a query is about. */
public final class Conditions {

    private Conditions() {}

    /** The documents whose field has this value; null means no restriction. */
    public static Bson where(String field, @Nullable Object value) {
        return value == null ? Filters.empty() : eq(field, value.toString());
    }

    /** The documents whose field has one of these values. */
    public static Bson whereAny(String field, Collection<String> values) {
        return Filters.in(field, values);
    }

    /** The documents whose field holds a text. */
    public static Bson given(String field) {
        return gt(field, "");
    }

    /** The documents that began up to a position. */
    public static Bson bornBy(long position) {
        return lte("born", position);
    }

    /** The documents to which something happened after a position. */
    public static Bson changedSince(long position) {
        return gt("pos", position);
    }

    /** The documents that all of these leave. */
    public static Bson all(Bson... filters) {
        return and(filters);
    }
}

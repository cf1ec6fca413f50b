package io.okrledger.query.support.views;

import static java.util.stream.Collectors.joining;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What the documents of a type are made of: the names and types of all that its records hold, down to plain values.
 * What the records themselves are called does not matter, because no document says it.
 */
final class Shape {

    private Shape() {}

    /** A short text that is another one as soon as the shape is. */
    static String of(Class<? extends Record> type) {
        return UUID.nameUUIDFromBytes(described(type).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static String described(Type type) {
        if (type instanceof ParameterizedType generic) {
            return described(generic.getRawType()) + described(Arrays.stream(generic.getActualTypeArguments()));
        }
        if (!(type instanceof Class<?> plain)) {
            return type.getTypeName();
        }
        if (plain.isEnum()) {
            return Arrays.toString(plain.getEnumConstants());
        }
        if (plain.isRecord()) {
            return Arrays.stream(plain.getRecordComponents())
                    .map(component -> component.getName() + " " + described(component.getGenericType()))
                    .collect(joining(", ", "(", ")"));
        }
        return plain.isSealed() ? described(Arrays.stream(plain.getPermittedSubclasses())) : plain.getName();
    }

    private static String described(Stream<? extends Type> types) {
        return types.map(Shape::described).collect(joining(" | ", "<", ">"));
    }
}

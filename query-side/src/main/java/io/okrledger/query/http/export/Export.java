package io.okrledger.query.http.export;

import io.okrledger.query.support.paging.Portion;
import io.okrledger.query.support.paging.Unfold;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.springframework.core.ResolvableType;

/**
 * All that a table is made of.
 *
 * @param portions the items, part by part, each fetched when it is asked for
 */
public record Export(Iterator<? extends List<?>> portions) {

    /** What a row is made of, if answers of this type can be a table: of the items of a list, or of what unfolds itself. */
    static Optional<Class<?>> rowOf(Type answer) {
        var type = ResolvableType.forType(answer);
        if (Portion.class.isAssignableFrom(type.toClass())) {
            return Optional.ofNullable(type.as(Portion.class).getGeneric(0).resolve());
        }
        return unfoldsItself(type.toClass()) ? Optional.of(type.toClass()) : Optional.empty();
    }

    private static boolean unfoldsItself(Class<?> type) {
        return type.isRecord()
                && Arrays.stream(type.getRecordComponents()).anyMatch(it -> it.isAnnotationPresent(Unfold.class));
    }
}

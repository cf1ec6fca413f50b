package io.okrledger.command.imports;

import io.okrledger.command.support.lines.Line;
import io.okrledger.command.support.lines.LineTypes;
import io.okrledger.command.support.requests.References;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what a line refers to: by the ref of a line that was taken, now or in an earlier import, or by the ledger's id. */
record KnownRefs(LineTypes types, Destination destination) implements References {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    @Override
    public @Nullable String idOf(Class<?> idType, String text) {
        var type = types.making(idType);
        if (type.isEmpty()) {
            return text;
        }
        return destination
                .made(Line.key(type.get(), text))
                .orElse(ID.matcher(text).matches() ? text : null);
    }
}

package io.okrledger.command.support.requests;

import io.okrledger.events.calendar.IsoWeek;
import io.okrledger.events.person.PersonId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** How an answer calls the kinds of values that requests are made of: never by the name of a class. */
final class Kinds {

    private static final Map<Class<?>, String> NAMES = Map.ofEntries(
            Map.entry(String.class, "a text"),
            Map.entry(BigDecimal.class, "a number"),
            Map.entry(List.class, "a list"),
            Map.entry(Integer.class, "a whole number"),
            Map.entry(Instant.class, "an instant such as 2025-10-01T08:00:00Z"),
            Map.entry(LocalDate.class, "a date such as 2026-10-01"),
            Map.entry(LocalTime.class, "a time such as 17:00"),
            Map.entry(ZoneId.class, "an IANA time zone such as Europe/Berlin"),
            Map.entry(IsoWeek.class, "an ISO week such as 2026-W47"),
            Map.entry(PersonId.class, "a person's id of 1 to 200 characters without white space"),
            Map.entry(UUID.class, "an id"));

    private Kinds() {}

    static String nameOf(Class<?> kind) {
        if (kind.isEnum()) {
            return Arrays.stream(kind.getEnumConstants())
                    .map(Object::toString)
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        return NAMES.getOrDefault(kind, kind.getSimpleName().endsWith("Id") ? "an id" : "an object");
    }
}

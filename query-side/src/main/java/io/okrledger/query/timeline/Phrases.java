package io.okrledger.query.timeline;

import io.okrledger.events.person.PersonId;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What sentences are made of. */
final class Phrases {

    private Phrases() {}

    static String plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }

    static String quoted(String title) {
        return "'" + title + "'";
    }

    static String orNone(@Nullable Object value) {
        return value == null ? "none" : value.toString();
    }

    static String handedOver(String what, PersonId from, PersonId to, @Nullable String reason) {
        var handed = "handed %s from %s to %s".formatted(what, from, to);
        return reason == null ? handed : handed + ": " + reason;
    }

    /** Descriptions are too long for a sentence, so it only tells that there is another one. */
    static String reworded(String what, String oldTitle, String newTitle, boolean alsoDescription) {
        if (oldTitle.equals(newTitle)) {
            return "reworded the description of " + what;
        }
        var reworded = "reworded %s from '%s' to '%s'".formatted(what, oldTitle, newTitle);
        return alsoDescription ? reworded + " and its description" : reworded;
    }
}

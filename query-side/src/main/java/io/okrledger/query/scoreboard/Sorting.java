package io.okrledger.query.scoreboard;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An order in which a scoreboard is read; what is equal in it follows by the time of its creation. A place in the order
 * is a text, so that it can be kept in a cursor.
 */
record Sorting(String name, boolean descending) {

    static final Sorting BY_CREATION = new Sorting("", false);

    // A score has at most four places and is at most 1, so its padded text sorts as the number does; no score is
    // lowest.
    private static final Map<String, Function<ObjectiveStanding, String>> KEYS = Map.of(
            "", objective -> "",
            "title", objective -> objective.title().toLowerCase(Locale.ROOT),
            "score", objective -> padded(objective.score()));

    /** @throws IllegalArgumentException if there is no such order */
    public static Sorting from(String text) {
        var descending = text.startsWith("-");
        var name = descending ? text.substring(1) : text;
        if (name.isEmpty() || !KEYS.containsKey(name)) {
            throw new IllegalArgumentException("Not one of title, -title, score, -score");
        }
        return new Sorting(name, descending);
    }

    String place(ObjectiveStanding objective) {
        return requireNonNull(KEYS.get(name)).apply(objective) + '\u0000' + objective.objectiveId();
    }

    Comparator<String> order() {
        return descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
    }

    private static String padded(@Nullable BigDecimal score) {
        return score == null ? "" : score.setScale(4, RoundingMode.UNNECESSARY).toPlainString();
    }
}

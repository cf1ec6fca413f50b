package io.okrledger.query.cadence;

import java.util.Map;
import java.util.function.BiFunction;

/** What summed-up weeks have in common: week, team or owner. */
public record By(String name, BiFunction<Review, Cell, Object> key) {

    private static final Map<String, By> ALL = Map.of(
            "week", new By("week", (review, cell) -> cell.week()),
            "team", new By("team", (review, cell) -> review.objective().known().teamId()),
            "owner", new By("owner", (review, cell) -> cell.ownerId()));

    /** @throws IllegalArgumentException if there is no such grouping */
    public static By from(String text) {
        var by = ALL.get(text);
        if (by == null) {
            throw new IllegalArgumentException("Not one of week, team, owner");
        }
        return by;
    }
}

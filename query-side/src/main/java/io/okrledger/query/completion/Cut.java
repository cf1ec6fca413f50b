package io.okrledger.query.completion;

import io.okrledger.events.scoring.Ambition;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A way to divide key results.
 *
 * @param names of its cohorts, in the order in which they are told
 * @param cohort the name of the cohort to which a key result belongs; null for none
 */
public record Cut(String name, List<String> names, Function<Unit, @Nullable String> cohort) {

    static final Cut ADHERENCE = new Cut("adherence", List.of("WEEKLY", "IRREGULAR", "RARE"), Cut::rhythm);

    public static final List<Cut> ALL = List.of(
            ADHERENCE,
            either("owner", "UNCHANGED", "REASSIGNED", unit -> !unit.reassigned()),
            either("goal", "LINKED", "NOT_LINKED", Unit::linkedToGoal),
            either("keyResults", "THREE_TO_FIVE", "OTHER", unit -> unit.siblings() >= 3 && unit.siblings() <= 5),
            either("ambition", "COMMITTED", "ASPIRATIONAL", unit -> unit.ambition() == Ambition.COMMITTED),
            either("target", "UNMOVED", "MOVED", unit -> !unit.targetMoved()));

    private static final BigDecimal WEEKLY_FROM = new BigDecimal("0.8");
    private static final BigDecimal IRREGULAR_FROM = new BigDecimal("0.4");

    List<Unit> members(String cohortName, List<Unit> units) {
        return units.stream()
                .filter(unit -> cohortName.equals(cohort.apply(unit)))
                .toList();
    }

    private static Cut either(String name, String those, String others, Predicate<Unit> belongs) {
        return new Cut(name, List.of(those, others), unit -> belongs.test(unit) ? those : others);
    }

    private static @Nullable String rhythm(Unit unit) {
        var adherence = unit.adherence();
        if (adherence == null) {
            return null;
        }
        if (adherence.compareTo(WEEKLY_FROM) >= 0) {
            return "WEEKLY";
        }
        return adherence.compareTo(IRREGULAR_FROM) >= 0 ? "IRREGULAR" : "RARE";
    }
}

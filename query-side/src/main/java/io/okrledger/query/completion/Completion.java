package io.okrledger.query.completion;

import io.okrledger.query.support.paging.Unfold;
import java.util.List;

/**
 * Whether the weekly rhythm pays.
 *
 * @param provisional the cycle has not closed, so that scores are scores so far and weeks may still be settled
 * @param weeks the check-in weeks of all key results of the cycle, also of those that were dropped or abandoned later: a
 *     week that was missed was missed
 * @param uplift of the cohort WEEKLY over IRREGULAR and RARE
 */
public record Completion(
        boolean provisional, List<Week> weeks, @Unfold List<Cohort> cohorts, Uplift uplift) {

    /** The version of the rules by which key results are cut and compared; other ones are another version. */
    public static final int RULES_VERSION = 1;

    static Completion of(boolean provisional, List<Week> weeks, List<Unit> units) {
        var cohorts = Cut.ALL.stream()
                .flatMap(cut -> cut.names().stream().map(name -> Cohort.of(cut.name(), name, cut.members(name, units))))
                .toList();
        var rest = cohort("IRREGULAR", units).plus(cohort("RARE", units));
        return new Completion(provisional, weeks, cohorts, Uplift.of(cohort("WEEKLY", units), rest));
    }

    private static Proportion cohort(String name, List<Unit> units) {
        return Proportion.of(Cut.ADHERENCE.members(name, units));
    }
}

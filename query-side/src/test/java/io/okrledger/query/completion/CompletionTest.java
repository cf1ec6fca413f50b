package io.okrledger.query.completion;

import static io.okrledger.query.measure.Story.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.okrledger.events.scoring.Ambition;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompletionTest {

    @Test
    void dividesByAdherenceAtFourFifthsAndTwoFifths() {
        assertThat(members("WEEKLY", "1", "0.8", "0.7999", "0.4", "0.3999", "0"))
                .isEqualTo(2);
        assertThat(members("IRREGULAR", "1", "0.8", "0.7999", "0.4", "0.3999", "0"))
                .isEqualTo(2);
        assertThat(members("RARE", "1", "0.8", "0.7999", "0.4", "0.3999", "0")).isEqualTo(2);
    }

    @Test
    void leavesAKeyResultWithoutASettledWeekOutOfTheRhythms() {
        var never = new Unit(number("1"), true, null, false, false, 1, Ambition.COMMITTED, false);
        assertThat(Cut.ADHERENCE.names())
                .allSatisfy(name ->
                        assertThat(Cut.ADHERENCE.members(name, List.of(never))).isEmpty());
        assertThat(cohort(Completion.of(false, List.of(), List.of(never)), "owner", "UNCHANGED")
                        .n())
                .isEqualTo(1);
    }

    @Test
    void tellsEachCohortItsRateMeanAndMedian() {
        var units = List.of(unit("0.9", "1"), unit("0.9", "0.5"), unit("0.9", "0.2"), unit("0.9", "0.1"));
        assertThat(cohort(Completion.of(false, List.of(), units), "adherence", "WEEKLY"))
                .isEqualTo(new Cohort(
                        "adherence",
                        "WEEKLY",
                        4,
                        1,
                        number("0.25"),
                        new Proportion(1, 4).interval(),
                        number("0.45"),
                        number("0.35")));
    }

    @Test
    void tellsNothingOfACohortOfNobody() {
        assertThat(cohort(Completion.of(true, List.of(), List.of()), "adherence", "RARE"))
                .isEqualTo(new Cohort("adherence", "RARE", 0, 0, null, null, null, null));
    }

    @Test
    void cutsBySixThings() {
        var unit = new Unit(number("1"), true, number("0.5"), true, true, 6, Ambition.ASPIRATIONAL, true);
        assertThat(Completion.of(false, List.of(), List.of(unit)).cohorts())
                .filteredOn(cohort -> cohort.n() == 1)
                .extracting(Cohort::cut, Cohort::name)
                .containsExactly(
                        tuple("adherence", "IRREGULAR"),
                        tuple("owner", "REASSIGNED"),
                        tuple("goal", "LINKED"),
                        tuple("keyResults", "OTHER"),
                        tuple("ambition", "ASPIRATIONAL"),
                        tuple("target", "MOVED"));
    }

    @Test
    void claimsNothingBelowTenOnEitherSide() {
        var claimed = new Uplift(null, null, null, null, null, true);
        assertThat(Uplift.of(new Proportion(9, 9), new Proportion(0, 100))).isEqualTo(claimed);
        assertThat(Uplift.of(new Proportion(100, 100), new Proportion(0, 9))).isEqualTo(claimed);
        assertThat(Uplift.of(new Proportion(10, 10), new Proportion(0, 10)).insufficient())
                .isFalse();
    }

    @Test
    void comparesTheWeeklyWithAllOthers() {
        var units = new ArrayList<Unit>();
        for (var i = 0; i < 10; i++) {
            units.add(unit("0.9", i < 9 ? "1" : "0.5"));
            units.add(unit(i < 5 ? "0.5" : "0.1", i < 3 ? "1" : "0.5"));
        }
        var comparison = new Comparison(new Proportion(9, 10), new Proportion(3, 10));
        assertThat(Completion.of(false, List.of(), units).uplift())
                .isEqualTo(new Uplift(
                        number("0.6"),
                        number("3"),
                        Interval.of(0.1705, 0.8090),
                        comparison.ratioInterval(),
                        number("0.0198"),
                        false));
    }

    private static int members(String name, String... adherences) {
        var units = List.of(adherences).stream().map(each -> unit(each, "1")).toList();
        return Cut.ADHERENCE.members(name, units).size();
    }

    private static Cohort cohort(Completion completion, String cut, String name) {
        return completion.cohorts().stream()
                .filter(each -> each.cut().equals(cut) && each.name().equals(name))
                .findAny()
                .orElseThrow();
    }

    private static Unit unit(String adherence, String score) {
        var met = score.equals("1");
        return new Unit(number(score), met, number(adherence), false, false, 3, Ambition.COMMITTED, false);
    }
}

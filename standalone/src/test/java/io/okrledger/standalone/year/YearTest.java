package io.okrledger.standalone.year;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.okrledger.standalone.year.GeneratedKeyResult.Served;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Quarters of a made-up organisation go through the API, with the ledger killed in the middle of each close: every cycle
 * ends with every objective graded exactly once, and with the grade that its check-ins say. The build runs a small one; a
 * whole year is {@code -Dokr.year.cycles=4 -Dokr.year.teams=30 -Dokr.year.people=500}.
 */
@Timeout(value = 1800, threadMode = ThreadMode.SEPARATE_THREAD)
class YearTest {

    private static final int CYCLES = Integer.getInteger("okr.year.cycles", 2);
    private static final int TEAMS = Integer.getInteger("okr.year.teams", 1);
    private static final int PEOPLE = Integer.getInteger("okr.year.people", 5);

    private static final Set<String> COUNTED =
            Stream.of(Served.values()).map(Served::name).collect(toSet());

    @TempDir
    Path directory;

    @Test
    void everyCycleClosesWithEveryObjectiveGradedExactlyOnce() {
        try (var year = new GeneratedYear(directory, CYCLES, TEAMS, PEOPLE)) {
            year.run();
            var grades = grades(year.ledger());
            for (var quarter : year.quarters()) {
                requireGrades(quarter, grades);
                requireWeeks(quarter, year.ledger());
            }
            assertThat(grades).hasSize((int) year.quarters().stream()
                    .mapToLong(GeneratedQuarter::toBeGraded)
                    .sum());
        }
    }

    /** The scores with which each objective was graded, one for each time. */
    private static Map<String, List<String>> grades(Ledger ledger) {
        return ledger.list("/api/audit/events").stream()
                .filter(event -> event.get("type").equals("objective.graded"))
                .map(event -> (Map<?, ?>) event.get("payload"))
                .collect(groupingBy(
                        grade -> grade.get("objectiveId").toString(),
                        mapping(grade -> plain((Number) grade.get("score")), toList())));
    }

    private static String plain(Number score) {
        return score == null
                ? "none"
                : new BigDecimal(score.toString()).stripTrailingZeros().toPlainString();
    }

    private static void requireGrades(GeneratedQuarter quarter, Map<String, List<String>> grades) {
        for (var objective : quarter.objectives()) {
            if (objective.abandoned()) {
                assertThat(grades).doesNotContainKey(objective.id());
            } else {
                assertThat(grades.get(objective.id())).as(objective.id()).containsExactly(plain(objective.score()));
            }
        }
    }

    private static void requireWeeks(GeneratedQuarter quarter, Ledger ledger) {
        var cycle = JsonPath.parse(ledger.get(quarter.path()));
        assertThat(cycle.read("$.objectives", Integer.class))
                .isEqualTo(quarter.objectives().size());
        assertThat(cycle.read("$.graded", Long.class)).isEqualTo(quarter.toBeGraded());
        assertThat(states(quarter, ledger)).containsExactlyInAnyOrderEntriesOf(quarter.states());
    }

    /** What the cadence says of every week that counts, by key result and week. */
    private static Map<String, String> states(GeneratedQuarter quarter, Ledger ledger) {
        return ledger.list("/api/cadence?cycle=" + quarter.id()).stream()
                .filter(cell -> COUNTED.contains(cell.get("state")))
                .collect(toMap(
                        cell -> cell.get("keyResultId") + "/" + cell.get("week"),
                        cell -> cell.get("state").toString()));
    }
}

package io.okrledger.query.quality.rules;

import static io.okrledger.query.measure.Story.GOAL;
import static io.okrledger.query.measure.Story.HAPPIER;
import static io.okrledger.query.measure.Story.Q4;
import static io.okrledger.query.measure.Story.adjusted;
import static io.okrledger.query.measure.Story.created;
import static io.okrledger.query.measure.Story.keyResult;
import static io.okrledger.query.measure.Story.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.okrledger.events.objective.KeyResultDropped;
import io.okrledger.events.objective.KeyResultReworded;
import io.okrledger.events.objective.ObjectiveAligned;
import io.okrledger.events.objective.ObjectiveReworded;
import io.okrledger.events.scoring.Ambition;
import io.okrledger.events.scoring.Metric;
import io.okrledger.query.objectives.facts.Facts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is looked for in words, counts and targets: each rule at its boundary. */
class WordingAndCountRulesTest extends Watched {

    @Test
    void aGoodObjectiveGivesNoFinding() {
        assertThat(findings("2026-10-01T10:00:00Z", Rule.values())).isEmpty();
    }

    @Test
    void theGuideTellsOfEveryRuleAndOfNoOther() throws IOException {
        var told = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| (INFO|WARN) ")
                .matcher(Files.readString(Path.of("../docs/quality.md")))
                .results()
                .map(row -> row.group(1) + " " + row.group(2));

        assertThat(told)
                .containsExactlyElementsOf(Stream.of(Rule.values())
                        .map(rule -> rule.id() + " " + rule.severity())
                        .toList());
    }

    @Test
    void aNumberInAnObjectiveIsFoundSinceItWasWordedSo() {
        on("2026-10-05T09:00:00Z", new ObjectiveReworded(HAPPIER, "Happier customers", "Win 10 accounts", null, null));

        var finding = only(Rule.OBJECTIVE_HAS_NUMBER, "2026-10-06T09:00:00Z");
        assertThat(finding.severity()).isEqualTo(Rule.Severity.INFO);
        assertThat(finding.since()).isEqualTo("2026-10-05T09:00:00Z");
        assertThat(finding.evidence()).containsEntry("number", "10");
    }

    @Test
    void aVagueObjectiveIsFound() {
        on("2026-10-05T09:00:00Z", new ObjectiveReworded(HAPPIER, "Happier customers", "Improve NPS", null, null));

        assertThat(only(Rule.OBJECTIVE_TOO_VAGUE, "2026-10-06T09:00:00Z").since())
                .isEqualTo("2026-10-05T09:00:00Z");
    }

    @Test
    void fewerThanThreeKeyResultsAreTooFewFromAWeekAfterTheOpening() {
        objective = Facts.of(created(), Instant.parse("2026-08-25T09:00:00Z"));
        var opened = Q4.openedAt();
        var aWeekLater = opened.plusSeconds(7 * 86_400);

        assertThat(findings(aWeekLater.minusNanos(1), Rule.TOO_FEW_KEY_RESULTS)).isEmpty();
        assertThat(findings(aWeekLater, Rule.TOO_FEW_KEY_RESULTS))
                .extracting(Finding::since)
                .containsExactly(aWeekLater);
    }

    @Test
    void keyResultsAreTooFewSinceTheThirdWasDropped() {
        on("2026-11-02T09:00:00Z", new KeyResultDropped(HAPPIER, keyResult(1), "No data"));
        on("2026-11-09T09:00:00Z", new KeyResultDropped(HAPPIER, keyResult(2), "No data"));

        assertThat(only(Rule.TOO_FEW_KEY_RESULTS, "2026-11-10T09:00:00Z").since())
                .isEqualTo("2026-11-02T09:00:00Z");
    }

    @Test
    void aSixthKeyResultIsTooMany() {
        on("2026-10-02T09:00:00Z", added(4, UP, Ambition.COMMITTED));
        on("2026-10-02T09:00:00Z", added(5, UP, Ambition.COMMITTED));
        assertThat(findings("2026-10-04T09:00:00Z", Rule.TOO_MANY_KEY_RESULTS)).isEmpty();

        on("2026-10-03T09:00:00Z", added(6, UP, Ambition.COMMITTED));
        assertThat(only(Rule.TOO_MANY_KEY_RESULTS, "2026-10-04T09:00:00Z").since())
                .isEqualTo("2026-10-03T09:00:00Z");
    }

    @Test
    void anObjectiveWithoutAGoalIsFoundSinceItLostIt() {
        on("2026-10-05T09:00:00Z", new ObjectiveAligned(HAPPIER, GOAL, null, null, null));

        assertThat(only(Rule.NOT_LINKED_TO_GOAL, "2026-10-06T09:00:00Z").since())
                .isEqualTo("2026-10-05T09:00:00Z");
    }

    @Test
    void aTaskIsFoundSinceItsWordsAndNumbersAreSo() {
        var done = new Metric.Reach("", number("0"), number("1"));
        on("2026-10-02T09:00:00Z", added(4, done, Ambition.COMMITTED));
        on("2026-10-05T09:00:00Z", new KeyResultReworded(HAPPIER, keyResult(4), "Key result", "Write a blog post"));

        var finding = only(Rule.KEY_RESULT_LOOKS_LIKE_TASK, "2026-10-06T09:00:00Z");
        assertThat(finding.keyResultId()).isEqualTo(keyResult(4));
        assertThat(finding.since()).isEqualTo("2026-10-05T09:00:00Z");
        assertThat(only(Rule.KEY_RESULT_WITHOUT_UNIT, "2026-10-06T09:00:00Z").severity())
                .isEqualTo(Rule.Severity.INFO);
    }

    @Test
    void countedOutputAndVagueWordsAreFound() {
        on("2026-10-02T09:00:00Z", added(4, new Metric.Reach("people", number("0"), number("5")), Ambition.COMMITTED));
        on("2026-10-02T09:00:00Z", new KeyResultReworded(HAPPIER, keyResult(4), "Key result", "Hire 5 engineers"));
        on("2026-10-02T09:00:00Z", added(5, new Metric.Reach("%", number("0"), number("50")), Ambition.COMMITTED));
        on("2026-10-02T09:00:00Z", new KeyResultReworded(HAPPIER, keyResult(5), "Key result", "Reduce churn"));

        assertThat(only(Rule.KEY_RESULT_COUNTS_OUTPUT, "2026-10-03T09:00:00Z").keyResultId())
                .isEqualTo(keyResult(4));
        assertThat(only(Rule.KEY_RESULT_TOO_VAGUE, "2026-10-03T09:00:00Z").keyResultId())
                .isEqualTo(keyResult(5));
    }

    @Test
    void aTargetThatMovedTowardsTheBaselineIsFoundSinceThen() {
        on("2026-10-05T09:00:00Z", adjusted(keyResult(1), UP, new Metric.Reach("points", number("10"), number("18"))));
        on("2026-10-06T09:00:00Z", adjusted(keyResult(1), UP, new Metric.Reach("points", number("10"), number("19"))));
        assertThat(only(Rule.TARGET_LOWERED, "2026-10-07T09:00:00Z").since()).isEqualTo("2026-10-05T09:00:00Z");

        on("2026-10-07T09:00:00Z", adjusted(keyResult(1), UP, UP));
        assertThat(findings("2026-10-07T10:00:00Z", Rule.TARGET_LOWERED)).isEmpty();
    }

    @Test
    void whatWasDroppedIsNotLookedAt() {
        on("2026-10-02T09:00:00Z", added(4, new Metric.Reach("", number("0"), number("1")), Ambition.COMMITTED));
        on("2026-10-03T09:00:00Z", new KeyResultDropped(HAPPIER, keyResult(4), "No data"));

        assertThat(findings("2026-10-04T09:00:00Z", Rule.KEY_RESULT_WITHOUT_UNIT))
                .isEmpty();
    }
}

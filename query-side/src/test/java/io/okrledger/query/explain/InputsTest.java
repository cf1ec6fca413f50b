package io.okrledger.query.explain;

import static io.okrledger.query.explain.ExplainedQuarter.HEAD;
import static io.okrledger.query.explain.Reader.inputs;
import static io.okrledger.query.explain.Reader.number;
import static io.okrledger.query.measure.Story.CSAT;
import static io.okrledger.query.measure.Story.CYCLE;
import static io.okrledger.query.measure.Story.HAPPIER;
import static io.okrledger.query.measure.Story.NPS;
import static io.okrledger.query.measure.Story.keyResult;
import static io.okrledger.query.measure.Story.objective;
import static org.assertj.core.api.Assertions.assertThat;

import io.okrledger.query.support.QuerySideTest;
import io.okrledger.query.support.TestLedger;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever has what is explained needs nothing else to check a number: the inputs give it, and the events the inputs. */
@QuerySideTest
@TestPropertySource(properties = "okr.clock=2026-11-05T12:00:00Z")
class InputsTest {

    private static final String OF_HAPPIER = "/api/explain/objectives/" + HAPPIER;
    private static final String OF_NPS = OF_HAPPIER + "/key-results/" + NPS;

    private final Reader reader;

    @Autowired
    InputsTest(MockMvcTester mvc, JsonMapper json) {
        reader = new Reader(mvc, json);
    }

    @BeforeAll
    static void play(@Autowired TestLedger ledger) {
        ledger.append(ExplainedQuarter.STORY);
    }

    @Test
    void followsFromTheInputsAlone() {
        for (var objective : reader.items("/api/scoreboard?cycle=" + CYCLE)) {
            var path = "/api/explain/objectives/" + objective.get("objectiveId").asString();
            requireMean(reader.explained(path), "score");
            requireMean(reader.explained(path), "expected");
            for (var keyResult : objective.get("keyResults")) {
                var numbers = reader.explained(
                        path + "/key-results/" + keyResult.get("keyResultId").asString());
                requireScore(numbers.get("score"));
                requireExpected(numbers.get("expected"));
                requireAdherence(numbers.get("adherence"));
                requireGap(numbers.get("gap"));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "score, baseline, 9",
        "score, target, 20",
        "score, value, 24",
        "confidence, confidence, 24",
        "expected, startsAt, 9",
        "expected, expectation, 5",
        "pace, lastCheckInAt, 21",
        "targetsRaised, target, 20"
    })
    void namesTheEvents(String number, String input, long position) {
        assertThat(inputs(reader.explained(OF_NPS).get(number), input).get(0).get("events"))
                .singleElement()
                .satisfies(event -> assertThat(event.asLong()).isEqualTo(position));
    }

    @ParameterizedTest
    @CsvSource({
        "42, recordedAt, recordedAt, 15",
        "42, value, value, 16",
        "43, ownerId, ownerId, 18",
        "41, ownerId, ownerId, 9",
        "44, state, pause, 7",
        "41, state, addedAt, 9"
    })
    void namesTheEventsOfAWeek(int week, String number, String input, long position) {
        var numbers = reader.explained(OF_NPS + "/weeks/2026-W" + week);
        assertThat(inputs(numbers.get(number), input).get(0).get("events"))
                .singleElement()
                .satisfies(event -> assertThat(event.asLong()).isEqualTo(position));
    }

    @Test
    void tellsBothGradesOfAnAmendedOne() {
        var objective = objective(100);
        var numbers = reader.explained("/api/explain/objectives/" + objective + "/key-results/" + keyResult(100));
        assertThat(numbers.get("gradeGiven").get("value").decimalValue()).isEqualByComparingTo("0.5");
        assertThat(numbers.get("grade").get("value").decimalValue()).isEqualByComparingTo("1");
        assertThat(numbers.get("score").get("rule").get("id").asString()).isEqualTo("graded-score");
        assertThat(inputs(numbers.get("grade"), "amendment").get(0).get("events"))
                .singleElement()
                .satisfies(event -> assertThat(event.asLong()).isEqualTo(HEAD));
        assertThat(reader.explained("/api/explain/objectives/" + objective)).containsKey("grade");
    }

    @Test
    void saysWhatAMeasureToKeepWasHeldIn() {
        var score = reader.explained(OF_HAPPIER + "/key-results/" + CSAT).get("score");
        assertThat(score.at("/rule/id").asString()).isEqualTo("keep-at-least-score");
        assertThat(inputs(score, "value")).hasSize(2);
    }

    @Test
    void carriesTheMomentAskedForInItsLinks() {
        var asOf = "2026-11-05T13:00:00%2B01:00";
        assertThat(reader.explained(OF_NPS + "?asOf=" + asOf)
                        .get("gap")
                        .at("/inputs/0/explain")
                        .asString())
                .isEqualTo(OF_NPS + "?asOf=2026-11-05T13%3A00%3A00%2B01%3A00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/explain/scoreboard?by=team&key=nobody&cycle=",
                "/api/explain/cadence?by=owner&key=nobody&cycle=",
                "/api/explain/trends?team=00000000-0000-0000-0000-00000000000f&cycle="
            })
    void hasNothingToExplainWhereThereIsNoLine(String question) {
        assertThat(reader.items(question + CYCLE)).isEmpty();
    }

    private void requireScore(JsonNode score) {
        var values = inputs(score, "value");
        var target = number(inputs(score, "target").get(0));
        if (values.isEmpty()) {
            assertThat(number(score)).isEqualByComparingTo("0");
        } else if (score.at("/rule/id").asString().equals("reach-score")) {
            var baseline = number(inputs(score, "baseline").get(0));
            var progress = quotient(number(values.get(0)).subtract(baseline), target.subtract(baseline));
            assertThat(number(score))
                    .isEqualByComparingTo(progress.max(BigDecimal.ZERO).min(BigDecimal.ONE));
        } else {
            var held = values.stream()
                    .filter(value -> number(value).compareTo(target) >= 0)
                    .count();
            assertThat(number(score)).isEqualByComparingTo(quotient(held, values.size()));
        }
    }

    private void requireExpected(JsonNode expected) {
        var expectation = number(inputs(expected, "expectation").get(0));
        if (expected.at("/rule/id").asString().equals("expected-always")) {
            assertThat(number(expected)).isEqualByComparingTo(expectation);
            return;
        }
        var starts = instant(expected, "startsAt");
        var elapsed = Duration.between(starts, instant(expected, "judgedAt")).toMillis();
        var whole = Duration.between(starts, instant(expected, "endsAt")).toMillis();
        assertThat(number(expected))
                .isEqualByComparingTo(
                        quotient(expectation.multiply(BigDecimal.valueOf(elapsed)), BigDecimal.valueOf(whole)));
    }

    private void requireAdherence(JsonNode adherence) {
        var states = inputs(adherence, "state").stream()
                .map(state -> state.get("value").asString())
                .toList();
        var missed = states.stream().filter("MISSED"::equals).count();
        var served = states.stream()
                .filter(state -> state.equals("ON_TIME") || state.equals("LATE"))
                .count();
        if (missed + served == 0) {
            assertThat(adherence.get("value").isNull()).isTrue();
        } else {
            assertThat(number(adherence)).isEqualByComparingTo(quotient(served, missed + served));
        }
    }

    private void requireGap(JsonNode gap) {
        var expected = number(inputs(gap, "expected").get(0));
        assertThat(number(gap))
                .isEqualByComparingTo(
                        expected.subtract(number(inputs(gap, "score").get(0))));
    }

    private static void requireMean(Map<String, JsonNode> numbers, String name) {
        var mean = numbers.get(name);
        var parts = inputs(mean, name);
        var weights = inputs(mean, "weight");
        assertThat(weights)
                .extracting(it -> it.get("of"))
                .isEqualTo(parts.stream().map(it -> it.get("of")).toList());
        var sum = BigDecimal.ZERO;
        var weight = BigDecimal.ZERO;
        for (var index = 0; index < parts.size(); index++) {
            sum = sum.add(number(parts.get(index)).multiply(number(weights.get(index))));
            weight = weight.add(number(weights.get(index)));
        }
        if (parts.isEmpty()) {
            assertThat(mean.get("value").isNull()).isTrue();
        } else {
            assertThat(number(mean)).isEqualByComparingTo(quotient(sum, weight));
        }
    }

    private static Instant instant(JsonNode number, String name) {
        return Instant.parse(inputs(number, name).get(0).get("value").asString());
    }

    private static BigDecimal quotient(long dividend, long divisor) {
        return quotient(BigDecimal.valueOf(dividend), BigDecimal.valueOf(divisor));
    }

    private static BigDecimal quotient(BigDecimal dividend, BigDecimal divisor) {
        return dividend.divide(divisor, 4, RoundingMode.HALF_UP);
    }
}

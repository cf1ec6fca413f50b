package io.okrledger.query.explain;

import static io.okrledger.query.explain.ExplainedQuarter.BEFORE_THE_CLOSE;
import static io.okrledger.query.explain.ExplainedQuarter.HEAD;
import static io.okrledger.query.explain.ExplainedQuarter.PAST;
import static io.okrledger.query.measure.Story.CYCLE;
import static io.okrledger.query.measure.Story.SUPPORT;
import static org.assertj.core.api.Assertions.assertThat;

import io.okrledger.query.support.QuerySideTest;
import io.okrledger.query.support.TestLedger;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the answers show is what is explained, number by number, as they are read through HTTP. */
@QuerySideTest
@TestPropertySource(properties = "okr.clock=2026-11-05T12:00:00Z")
class ExplainTest {

    private final Reader reader;

    @Autowired
    ExplainTest(MockMvcTester mvc, JsonMapper json) {
        reader = new Reader(mvc, json);
    }

    @BeforeAll
    static void play(@Autowired TestLedger ledger) {
        ledger.append(ExplainedQuarter.STORY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&asOf=" + BEFORE_THE_CLOSE, "&asOf=2026-11-05T12:00:00Z"})
    void explainsEveryNumberOfTheScoreboard(String asOf) {
        for (var cycle : List.of(CYCLE, PAST)) {
            var board = reader.items("/api/scoreboard?cycle=" + cycle + asOf);
            assertThat(board).hasSizeGreaterThan(2);
            for (var objective : board) {
                var path = "/api/explain/objectives/"
                        + objective.get("objectiveId").asString();
                requireSame(objective, path + asOf, "score", "measured", "band", "pace", "expected");
                for (var keyResult : objective.get("keyResults")) {
                    requireSame(
                            keyResult,
                            path + "/key-results/"
                                    + keyResult.get("keyResultId").asString() + asOf,
                            "value",
                            "progress",
                            "score",
                            "measured",
                            "band",
                            "pace",
                            "expected",
                            "forecast",
                            "confidence");
                }
            }
            for (var by : List.of("team", "owner", "goal")) {
                var lines = "scoreboard?cycle=" + cycle + "&by=" + by + asOf;
                reader.items(lines.replace("scoreboard", "/api/scoreboard/rollup"))
                        .forEach(line -> requireSame(
                                line,
                                "/api/explain/" + lines + key(line),
                                "objectives",
                                "keyResults",
                                "score",
                                "measured",
                                "bands"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&asOf=" + BEFORE_THE_CLOSE})
    void explainsEveryWeekAndEverySummaryOfTheCadence(String asOf) {
        for (var cycle : List.of(CYCLE, PAST)) {
            var cells = reader.items("/api/cadence?cycle=" + cycle + asOf);
            assertThat(cells).hasSizeGreaterThan(15);
            for (var cell : cells) {
                var path = "/api/explain/objectives/%s/key-results/%s/weeks/%s"
                        .formatted(
                                cell.get("objectiveId").asString(),
                                cell.get("keyResultId").asString(),
                                cell.get("week").asString());
                requireSame(cell, path + asOf, "state", "dueAt", "recordedAt", "backfilled", "ownerId", "value");
            }
            for (var by : List.of("week", "team", "owner")) {
                var lines = "cycle=" + cycle + "&by=" + by + asOf;
                for (var line : reader.items("/api/cadence/summary?" + lines)) {
                    requireAllSame(line, "/api/explain/cadence?" + lines + key(line), "key");
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&asOf=" + BEFORE_THE_CLOSE})
    void explainsEveryNumberOfTheCompletionAnalytics(String asOf) {
        for (var team : List.of("", "&team=" + SUPPORT)) {
            for (var cycle : List.of(CYCLE, PAST)) {
                var asked = "completion?cycle=" + cycle + team + asOf;
                var answer = reader.get("/api/analytics/" + asked);
                var numbers = reader.explained("/api/explain/" + asked);
                assertThat(answer.at("/uplift/insufficient").asBoolean()).isEqualTo(cycle != PAST);
                requireAllSame(answer.get("uplift"), numbers, "uplift.");
                answer.get("cohorts")
                        .forEach(cohort -> requireAllSame(
                                cohort,
                                numbers,
                                "cohorts." + cohort.get("cut").asString() + "."
                                        + cohort.get("name").asString() + ".",
                                "cut",
                                "name"));
                answer.get("weeks")
                        .forEach(week -> requireAllSame(
                                week, numbers, "weeks." + week.get("week").asString() + ".", "week"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&asOf=" + BEFORE_THE_CLOSE})
    void explainsEveryFigureOfTheTrends(String asOf) {
        var lines = reader.items("/api/analytics/trends" + asOf);
        assertThat(lines).hasSizeGreaterThan(3);
        for (var line : lines) {
            var team = line.get("teamId").isNull()
                    ? ""
                    : "&team=" + line.get("teamId").asString();
            var asked = "/api/explain/trends?cycle=" + line.get("cycleId").asString() + team + asOf;
            requireAllSame(
                    line, asked, "teamId", "cycleId", "cycle", "startsOn", "endsOn", "provisional", "delta.cycleId");
        }
    }

    /** Whoever follows the links arrives at the same number, and comes to events in the end. */
    @ParameterizedTest
    @ValueSource(strings = {"", "&asOf=" + BEFORE_THE_CLOSE})
    void leadsFromEveryLineToTheEvents(String asOf) {
        var places = new ArrayDeque<String>();
        for (var cycle : List.of(CYCLE, PAST)) {
            places.add("/api/explain/trends?cycle=" + cycle + asOf);
            places.add("/api/explain/completion?cycle=" + cycle + asOf);
            places.add("/api/explain/scoreboard?by=team&key=" + SUPPORT + "&cycle=" + cycle + asOf);
        }
        var seen = new HashSet<String>();
        var events = new HashSet<Long>();
        while (!places.isEmpty()) {
            for (var number : reader.explained(places.remove()).values()) {
                for (var input : number.get("inputs")) {
                    input.get("events").forEach(event -> events.add(event.asLong()));
                    if (!input.get("explain").isNull()) {
                        var link = input.get("explain").asString();
                        requireSameThere(input, link);
                        if (seen.add(link)) {
                            places.add(link);
                        }
                    }
                }
            }
        }
        assertThat(seen).hasSizeGreaterThan(300);
        assertThat(events)
                .hasSizeGreaterThan(200)
                .allMatch(event -> event <= (asOf.isEmpty() ? HEAD : Long.parseLong(BEFORE_THE_CLOSE)));
    }

    private void requireSameThere(JsonNode input, String link) {
        var there = reader.explained(link).get(input.get("name").asString());
        if (there != null) {
            assertThat(there.get("value")).as("%s %s", link, input).isEqualTo(input.get("value"));
        }
    }

    private void requireSame(JsonNode shown, String path, String... names) {
        var numbers = reader.explained(path);
        Stream.of(names).forEach(name -> requireSame(name, shown.get(name), numbers, ""));
    }

    private void requireAllSame(JsonNode shown, String path, String... others) {
        requireAllSame(shown, reader.explained(path), "", others);
    }

    private static void requireAllSame(JsonNode shown, Map<String, JsonNode> numbers, String prefix, String... others) {
        for (var name : shown.propertyNames()) {
            if (!List.of(others).contains(name)) {
                requireSame(name, shown.get(name), numbers, prefix, others);
            }
        }
    }

    /** Of what has parts each part; of what would have parts and is not there, that none of them is. */
    private static void requireSame(
            String name, JsonNode shown, Map<String, JsonNode> numbers, String prefix, String... others) {
        if (shown.isObject()) {
            shown.properties().stream()
                    .filter(part -> !List.of(others).contains(name + "." + part.getKey()))
                    .forEach(part -> requireSame(name + "." + part.getKey(), part.getValue(), numbers, prefix, others));
        } else if (numbers.containsKey(prefix + name)) {
            assertThat(numbers.get(prefix + name).get("value"))
                    .as(prefix + name)
                    .isEqualTo(shown);
        } else {
            assertThat(shown.isNull())
                    .as("%s%s in %s", prefix, name, numbers.keySet())
                    .isTrue();
            assertThat(numbers).allSatisfy((number, it) -> {
                if (number.startsWith(prefix + name + ".")) {
                    assertThat(it.get("value").isNull()).as(number).isTrue();
                }
            });
        }
    }

    private static String key(JsonNode line) {
        return line.get("key").isNull() ? "" : "&key=" + line.get("key").asString();
    }
}

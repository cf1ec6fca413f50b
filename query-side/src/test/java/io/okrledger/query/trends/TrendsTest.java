package io.okrledger.query.trends;

import static io.okrledger.events.scoring.Ambition.ASPIRATIONAL;
import static io.okrledger.events.scoring.Ambition.COMMITTED;
import static io.okrledger.query.measure.Story.ADA;
import static io.okrledger.query.measure.Story.CYCLE;
import static io.okrledger.query.measure.Story.GOAL;
import static io.okrledger.query.measure.Story.SUPPORT;
import static io.okrledger.query.measure.Story.checkIn;
import static io.okrledger.query.measure.Story.created;
import static io.okrledger.query.measure.Story.keyResult;
import static io.okrledger.query.measure.Story.number;
import static io.okrledger.query.measure.Story.objective;
import static io.okrledger.query.measure.Story.planned;
import static io.okrledger.query.measure.Story.reading;
import static io.okrledger.query.measure.Story.week;
import static io.okrledger.query.support.Happening.fact;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.okrledger.events.cycle.CycleClosed;
import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.cycle.CycleOpened;
import io.okrledger.events.goal.GoalDefined;
import io.okrledger.events.objective.CarriedKeyResult;
import io.okrledger.events.objective.CheckInRecorded;
import io.okrledger.events.objective.GradeAmended;
import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.KeyResultDropped;
import io.okrledger.events.objective.KeyResultGrade;
import io.okrledger.events.objective.KeyResultTargetAdjusted;
import io.okrledger.events.objective.ObjectiveAbandoned;
import io.okrledger.events.objective.ObjectiveCarriedOver;
import io.okrledger.events.objective.ObjectiveGraded;
import io.okrledger.events.scoring.Ambition;
import io.okrledger.events.scoring.Metric;
import io.okrledger.events.team.TeamId;
import io.okrledger.events.team.TeamRegistered;
import io.okrledger.events.team.TeamRetired;
import io.okrledger.query.support.Happening;
import io.okrledger.query.support.QuerySideTest;
import io.okrledger.query.support.TestLedger;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Two cycles of four weeks, each closed, and a quarter that has only begun, as they are read through HTTP. */
@QuerySideTest
@TestPropertySource(properties = "okr.clock=2026-10-21T12:00:00Z")
class TrendsTest {

    private static final TeamId SALES = new TeamId(new UUID(0, 0xD));
    private static final TeamId FINANCE = new TeamId(new UUID(0, 0xE));
    private static final CycleId JANUARY = new CycleId(new UUID(6, 1));
    private static final CycleId FEBRUARY = new CycleId(new UUID(6, 2));
    private static final CycleId MARCH = new CycleId(new UUID(6, 3));
    private static final String BEFORE_JANUARY = "2026-01-04T09:00:00Z";
    private static final String BEFORE_FEBRUARY = "2026-02-01T09:00:00Z";
    private static final String BEFORE_MARCH = "2026-03-01T09:00:00Z";

    private static final Happening[] STORY = {
        fact(new GoalDefined(GOAL, "Grow", null, ADA)),
        fact(new TeamRegistered(SUPPORT, "Support", null)),
        fact(new TeamRegistered(SALES, "Sales", null)),
        fact(new TeamRegistered(FINANCE, "Finance", null)),
        fact(planned(JANUARY, "January", "2026-01-05", "2026-01-18")),
        fact(new CycleOpened(JANUARY)),
        fact(created(objective(6), JANUARY, FINANCE, null)).at(BEFORE_JANUARY),
        fact(added(6, 8, COMMITTED)).at(BEFORE_JANUARY),
        fact(new CycleClosed(JANUARY)).at("2026-01-19T09:00:00Z"),
        fact(graded(6, JANUARY, unmeasured(8))).at("2026-01-19T09:00:00Z"),

        // Half time is on Sunday 15 February, 24:00 in Berlin, between the weeks 7 and 8.
        fact(planned(FEBRUARY, "February", "2026-02-02", "2026-03-01")),
        fact(new CycleOpened(FEBRUARY)),
        fact(created(objective(1), FEBRUARY, SUPPORT, GOAL)).at(BEFORE_FEBRUARY),
        fact(added(1, 1, COMMITTED)).at(BEFORE_FEBRUARY),
        fact(new KeyResultAdded(objective(1), keyResult(2), "Stretch", zeroTo("10"), ADA, 3, ASPIRATIONAL))
                .at(BEFORE_FEBRUARY),
        fact(added(1, 5, COMMITTED)).at(BEFORE_FEBRUARY),
        fact(new KeyResultDropped(objective(1), keyResult(5), "No data")).at("2026-02-03T09:00:00Z"),
        fact(created(objective(2), FEBRUARY, SALES, null)).at(BEFORE_FEBRUARY),
        fact(added(2, 3, COMMITTED)).at(BEFORE_FEBRUARY),
        fact(created(objective(3), FEBRUARY, SALES, null)).at(BEFORE_FEBRUARY),
        fact(added(3, 4, COMMITTED)).at(BEFORE_FEBRUARY),
        fact(new ObjectiveAbandoned(objective(3), "Overtaken")).at("2026-02-03T09:00:00Z"),
        fact(moved("10", "20")).at("2026-02-04T09:00:00Z"),
        fact(moved("20", "8")).at("2026-02-05T09:00:00Z"),
        fact(moved("8", "6")).at("2026-02-06T09:00:00Z"),
        fact(checkedIn(1, 1, 6, "2", 8)).at("2026-02-05T10:00:00Z"),
        fact(checkedIn(1, 2, 6, "10", 9)).at("2026-02-05T10:00:00Z"),
        fact(checkedIn(1, 1, 7, "5", 6)).at("2026-02-14T10:00:00Z"),
        fact(checkedIn(1, 1, 9, "5", 3)).at("2026-02-27T10:00:00Z"),
        fact(new CycleClosed(FEBRUARY)).at("2026-03-02T09:00:00Z"),
        fact(graded(1, FEBRUARY, grade(1, "0.5", false), grade(2, "1", true))).at("2026-03-02T09:00:00Z"),
        fact(graded(2, FEBRUARY, unmeasured(3))).at("2026-03-02T09:00:00Z"),

        // Half time is on Sunday 15 March, 23:30 in Berlin, because the clocks go forward on the last day.
        fact(planned(MARCH, "March", "2026-03-02", "2026-03-29")),
        fact(new CycleOpened(MARCH)),
        fact(created(objective(4), MARCH, SUPPORT, GOAL)).at(BEFORE_MARCH),
        fact(added(4, 6, COMMITTED)).at(BEFORE_MARCH),
        fact(carriedOver(4, 6, 1, FEBRUARY, 1)).at(BEFORE_MARCH),
        fact(created(objective(5), MARCH, SALES, null)).at(BEFORE_MARCH),
        fact(added(5, 7, COMMITTED)).at(BEFORE_MARCH),
        fact(checkedIn(4, 6, 10, "7", 4)).at("2026-03-06T10:00:00Z"),
        fact(checkedIn(4, 6, 11, "8", 7)).at("2026-03-13T10:00:00Z"),
        fact(new TeamRetired(SALES, "Merged")).at("2026-03-15T09:00:00Z"),
        fact(checkedIn(4, 6, 12, "9", 9)).at("2026-03-20T10:00:00Z"),
        fact(checkedIn(4, 6, 13, "10", 10)).at("2026-03-27T10:00:00Z"),
        fact(new CycleClosed(MARCH)).at("2026-03-30T09:00:00Z"),
        fact(graded(4, MARCH, grade(6, "1", true))).at("2026-03-30T09:00:00Z"),
        fact(graded(5, MARCH, unmeasured(7))).at("2026-03-30T09:00:00Z"),
        fact(planned()),
        fact(new CycleOpened(CYCLE)),
        fact(created(objective(7), CYCLE, SUPPORT, null)),
        fact(added(7, 9, COMMITTED)),
        fact(carriedOver(7, 9, 4, MARCH, 6)),
        fact(checkedIn(7, 9, 41, "5", 6)).at("2026-10-09T10:00:00Z"),
        fact(new TeamRegistered(new TeamId(new UUID(9, 1)), "Never had an objective", null))
    };

    private final MockMvcTester mvc;

    @Autowired
    TrendsTest(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    @BeforeAll
    static void play(@Autowired TestLedger ledger) {
        ledger.append(STORY);
    }

    @Test
    void sumsUpWhatHappenedInACycle() {
        // Support: (1 x 0.5 + 3 x 1) / 4 = 0.875; Sales: 0, not measured. Weeks: on time 6 and 9, late 7, missed 8 of
        // the
        // first; on time 6, missed 7 to 9 of the second; missed 6 to 9 of Sales: 3 + 1 of 12 served.
        // Half time: 6 and 9. Brier: ((0.6 - 0)^2 + (0.9 - 1)^2) / 2 = (0.36 + 0.01) / 2.
        // Wilson for 1 of 3: (0.3333 + 0.6402) / 2.2805 +- 1.9600 / 2.2805 x sqrt(0.0741 + 0.1067) = 0.4269 +- 0.3654.
        assertThat(get("from=2026-02-02&to=2026-02-02")).bodyJson().isLenientlyEqualTo("""
                        {"items": [
                          {"teamId": null, "cycleId": "%s", "cycle": "February", "startsOn": "2026-02-02",
                           "endsOn": "2026-03-01", "provisional": false, "objectives": 2, "keyResults": 3,
                           "keyResultsPerObjective": 1.5,
                           "scores": {"mean": 0.4375, "median": 0.4375, "histogram": [0, 0, 0, 0, 0, 0, 0, 0, 1, 0],
                                      "bands": {"red": 0, "yellow": 0, "green": 1}},
                           "outcome": {"n": 3, "met": 1, "completionRate": 0.3333,
                                       "interval": {"low": 0.0615, "high": 0.7923}},
                           "shares": {"measured": 0.6667, "owned": 1, "linkedToGoal": 0.5, "sandbagged": 1},
                           "adherence": 0.3333, "onTimeRate": 0.25,
                           "confidence": {"atHalfTime": 7.5, "n": 2, "brierScore": 0.185},
                           "changes": {"targetsRaised": 1, "targetsLowered": 2, "carriedOver": 0, "abandoned": 1,
                                       "dropped": 1},
                           "delta": null},
                          {"teamId": "%s", "objectives": 1, "keyResults": 2, "scores": {"mean": 0.875},
                           "outcome": {"n": 2, "completionRate": 0.5, "interval": {"low": 0.0945, "high": 0.9055}},
                           "adherence": 0.5, "onTimeRate": 0.375, "changes": {"abandoned": 0, "dropped": 1}},
                          {"teamId": "%s", "objectives": 1, "keyResults": 1,
                           "scores": {"mean": 0, "histogram": [0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
                                      "bands": {"red": 0, "yellow": 0, "green": 0}},
                           "shares": {"measured": 0, "owned": 1, "sandbagged": null}, "adherence": 0,
                           "confidence": {"atHalfTime": null, "n": 0, "brierScore": null},
                           "changes": {"targetsRaised": 1, "targetsLowered": 2, "abandoned": 1, "dropped": 0}}],
                         "next": null}
                        """.formatted(
                        FEBRUARY, SUPPORT, SALES));
    }

    @Test
    void comparesWithTheCycleBeforeOfTheSameLength() {
        // What was said in week 11 counts: (0.7 - 1)^2. Sales was retired before the close, so one of two is owned.
        assertThat(get("from=2026-03-01&to=2026-03-31")).bodyJson().isLenientlyEqualTo("""
                        {"items": [
                          {"teamId": null, "shares": {"owned": 0.5},
                           "confidence": {"atHalfTime": 7, "n": 1, "brierScore": 0.09}, "changes": {"carriedOver": 1},
                           "delta": {"cycleId": "%s", "meanScore": 0.0625, "medianScore": 0.0625,
                                     "completionRate": 0.1667, "adherence": 0.1667, "onTimeRate": 0.25}},
                          {"teamId": "%s", "shares": {"owned": 1},
                           "delta": {"meanScore": 0.125, "completionRate": 0.5, "adherence": 0.5, "onTimeRate": 0.625}},
                          {"teamId": "%s", "shares": {"owned": 0}, "delta": {"meanScore": 0, "completionRate": 0}}]}
                        """.formatted(
                        FEBRUARY, SUPPORT, SALES));
    }

    @Test
    void tellsOfAnOpenCycleWhatIsKnownSoFar() {
        assertThat(get("from=2026-10-01&team=" + SUPPORT)).bodyJson().isLenientlyEqualTo("""
                        {"items": [
                          {"cycle": "2026-Q4", "provisional": true, "scores": {"mean": 0.5},
                           "outcome": {"n": 1, "met": 0, "completionRate": 0}, "adherence": 1,
                           "confidence": {"atHalfTime": null, "n": 0, "brierScore": null}, "delta": null}]}
                        """);
    }

    @Test
    void listsTheOrganisationFirstThenEachTeamCycleByCycle() throws Exception {
        assertThat(read(get(""), "$.items[*].cycle"))
                .containsExactly(
                        "January",
                        "February",
                        "March",
                        "2026-Q4",
                        "February",
                        "March",
                        "2026-Q4",
                        "February",
                        "March",
                        "January");
        var page = get("limit=7");
        String next = JsonPath.read(page.getResponse().getContentAsString(), "$.next");
        assertThat(read(get("limit=7&after=" + next), "$.items[*].cycle"))
                .containsExactly("February", "March", "January");
        assertThat(read(get("team=" + FINANCE), "$.items[*].cycle")).containsExactly("January");
        assertThat(read(get("team=" + new UUID(9, 1)), "$.items")).isEmpty();
    }

    @Test
    void showsAnAmendedGradeAtOnce(@Autowired TestLedger ledger) {
        assertThat(get("team=" + FINANCE)).bodyJson().isLenientlyEqualTo("{'items': [{'scores': {'mean': 0}}]}");

        var now = grade(8, "1", true);
        ledger.append(fact(new GradeAmended(
                objective(6), keyResult(8), unmeasured(8), now, number("0"), number("1"), "Paid in February")));

        assertThat(ask("team=" + FINANCE, STORY.length + 1)).bodyJson().isLenientlyEqualTo("""
                        {"items": [{"scores": {"mean": 1}, "outcome": {"met": 1, "completionRate": 1}}]}
                        """);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "4, 6", "7, 9"})
    void followsAMeasureAcrossCycles(int objective, int keyResult) {
        assertThat(lineage(objective, keyResult)).bodyJson().isLenientlyEqualTo("""
                        {"items": [
                          {"objectiveId": "%s", "keyResultId": "%s", "carriedFrom": null, "cycle": "February",
                           "teamId": "%s", "title": "Deals", "score": 0.5, "measured": true, "met": false,
                           "metric": {"kind": "REACH", "unit": "deals", "baseline": 0, "target": 10}},
                          {"cycle": "March", "carriedFrom": "%s", "score": 1, "met": true},
                          {"cycleId": "%s", "keyResultId": "%s", "score": 0.5, "met": null, "dropped": false,
                           "abandoned": false}],
                         "next": null}
                        """.formatted(
                        objective(1), keyResult(1), SUPPORT, keyResult(1), CYCLE, keyResult(9)));
    }

    @Test
    void knowsThatWhatIsNotCarriedOverHasALineOfItsOwn() throws Exception {
        assertThat(read(lineage(1, 2), "$.items[*].keyResultId"))
                .containsExactly(keyResult(2).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "/api/analytics/trends?team=00000000-0000-0009-0000-000000000009, 404, unknown-team",
        "/api/analytics/trends?from=Q4, 400, malformed-value",
        "/api/analytics/trends?from=2026-10-02&to=2026-10-01, 400, malformed-value",
        "/api/analytics/trends?cycle=2026-10-01, 400, unknown-parameter",
        "/api/objectives/00000000-0000-0009-0000-000000000009/key-results/00000000-0000-0002-0000-000000000001/lineage,"
                + " 404, unknown-objective",
        "/api/objectives/00000000-0000-0001-0000-000000000001/key-results/00000000-0000-0009-0000-000000000001/lineage,"
                + " 404, unknown-key-result"
    })
    void refusesWhatThereIsNot(String path, int status, String code) {
        var wait = (path.contains("?") ? "&" : "?") + "wait=10s&minPosition=" + STORY.length;
        assertThat(mvc.get().uri(path + wait))
                .hasStatus(status)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo(code);
    }

    private MvcTestResult lineage(int objective, int keyResult) {
        return ask("/api/objectives/" + objective(objective) + "/key-results/" + keyResult(keyResult) + "/lineage?");
    }

    private MvcTestResult get(String query) {
        return ask(query, STORY.length);
    }

    private MvcTestResult ask(String query, int position) {
        var answer = mvc.get()
                .uri("/api/analytics/trends?" + query + "&wait=10s&minPosition=" + position)
                .exchange();
        assertThat(answer).hasStatusOk();
        return answer;
    }

    private MvcTestResult ask(String path) {
        var answer =
                mvc.get().uri(path + "wait=10s&minPosition=" + STORY.length).exchange();
        assertThat(answer).hasStatusOk();
        return answer;
    }

    private static List<String> read(MvcTestResult answer, String path) throws Exception {
        return JsonPath.read(answer.getResponse().getContentAsString(), path);
    }

    private static Metric zeroTo(String target) {
        return new Metric.Reach("deals", number("0"), number(target));
    }

    private static KeyResultAdded added(int objective, int keyResult, Ambition ambition) {
        return new KeyResultAdded(objective(objective), keyResult(keyResult), "Deals", zeroTo("10"), ADA, 1, ambition);
    }

    private static KeyResultTargetAdjusted moved(String from, String to) {
        return new KeyResultTargetAdjusted(objective(2), keyResult(3), zeroTo(from), zeroTo(to), "Board decision");
    }

    private static CheckInRecorded checkedIn(int objective, int keyResult, int week, String value, int confidence) {
        return new CheckInRecorded(
                objective(objective),
                keyResult(keyResult),
                checkIn(100 * keyResult + week),
                week(week),
                reading(value, confidence));
    }

    private static ObjectiveCarriedOver carriedOver(int heir, int heirs, int from, CycleId cycle, int ancestors) {
        var carried = new CarriedKeyResult(keyResult(heirs), keyResult(ancestors));
        return new ObjectiveCarriedOver(objective(heir), objective(from), cycle, List.of(carried));
    }

    private static ObjectiveGraded graded(int objective, CycleId cycle, KeyResultGrade... grades) {
        return new ObjectiveGraded(objective(objective), cycle, 1, number("0.5"), List.of(grades));
    }

    private static KeyResultGrade grade(int keyResult, String score, boolean met) {
        return new KeyResultGrade(keyResult(keyResult), number(score), number(score), true, number("1"), met);
    }

    private static KeyResultGrade unmeasured(int keyResult) {
        return new KeyResultGrade(keyResult(keyResult), number("0"), number("0"), false, number("1"), false);
    }
}

package io.okrledger.query.measure;

import static io.okrledger.events.scoring.Ambition.COMMITTED;
import static io.okrledger.query.measure.Story.ADA;
import static io.okrledger.query.measure.Story.CSAT;
import static io.okrledger.query.measure.Story.CSAT_AT_LEAST_4_8;
import static io.okrledger.query.measure.Story.CYCLE;
import static io.okrledger.query.measure.Story.GOAL;
import static io.okrledger.query.measure.Story.HAPPIER;
import static io.okrledger.query.measure.Story.NPS;
import static io.okrledger.query.measure.Story.NPS_32_TO_50;
import static io.okrledger.query.measure.Story.SUPPORT;
import static io.okrledger.query.measure.Story.added;
import static io.okrledger.query.measure.Story.checkedIn;
import static io.okrledger.query.measure.Story.corrected;
import static io.okrledger.query.measure.Story.created;
import static io.okrledger.query.measure.Story.keyResult;
import static io.okrledger.query.measure.Story.number;
import static io.okrledger.query.measure.Story.objective;
import static io.okrledger.query.measure.Story.planned;
import static io.okrledger.query.measure.Story.toBo;
import static io.okrledger.query.support.Happening.fact;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.okrledger.events.cycle.CycleClosed;
import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.cycle.CycleOpened;
import io.okrledger.events.goal.GoalDefined;
import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.KeyResultGrade;
import io.okrledger.events.objective.ObjectiveAbandoned;
import io.okrledger.events.objective.ObjectiveGraded;
import io.okrledger.events.team.TeamId;
import io.okrledger.events.team.TeamRegistered;
import io.okrledger.query.support.QuerySideTest;
import io.okrledger.query.support.TestLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Scoreboard, history, cadence and completion as they are read through HTTP, on a Wednesday three weeks into a quarter. */
@QuerySideTest
@TestPropertySource(properties = "okr.clock=2026-10-21T12:00:00Z")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnswersTest {

    private static final TeamId SALES = new TeamId(new UUID(0, 0xD));
    private static final int HEAD = 24;
    private static final CycleId PAST = new CycleId(new UUID(0, 0xE));
    private static final KeyResultGrade DEALS_GRADE =
            new KeyResultGrade(keyResult(4), number("1"), number("1.2"), true, number("1"), true);

    private final MockMvcTester mvc;

    @Autowired
    AnswersTest(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    @BeforeAll
    static void play(@Autowired TestLedger ledger) {
        ledger.append(
                fact(new GoalDefined(GOAL, "Grow", null, ADA)),
                fact(new TeamRegistered(SUPPORT, "Support", null)),
                fact(new TeamRegistered(SALES, "Sales", null)),
                fact(planned()),
                fact(new CycleOpened(CYCLE)),
                fact(created()),
                fact(added(NPS, NPS_32_TO_50, 1)),
                fact(added(CSAT, CSAT_AT_LEAST_4_8, 3)),
                fact(created(objective(2), CYCLE, SALES, null)),
                fact(checkedIn(NPS, 41, "14", 1)).at("2026-10-09T14:00:00Z"),
                fact(corrected(NPS, 41, 1, "14", "41"))
                        .at("2026-10-12T08:00:00Z")
                        .by("cleo"),
                fact(toBo(NPS)).at("2026-10-13T08:00:00Z"),
                fact(checkedIn(CSAT, 42, "4.8", 2)).at("2026-10-17T14:00:00Z"),
                fact(planned(PAST, "2026-Q3", "2026-07-01", "2026-09-30")),
                fact(new CycleOpened(PAST)),
                fact(created(objective(3), PAST, SALES, null)),
                fact(new KeyResultAdded(objective(3), keyResult(4), "Deals", NPS_32_TO_50, ADA, 1, COMMITTED)),
                fact(new KeyResultAdded(objective(3), keyResult(5), "Calls", NPS_32_TO_50, ADA, 1, COMMITTED)),
                fact(new CycleClosed(PAST)),
                fact(new ObjectiveGraded(objective(3), PAST, 1, number("1"), List.of(DEALS_GRADE))),
                fact(created(objective(4), CYCLE, SUPPORT, GOAL)),
                fact(new KeyResultAdded(objective(4), keyResult(6), "Visits", NPS_32_TO_50, ADA, 1, COMMITTED)),
                fact(new KeyResultAdded(objective(4), keyResult(7), "Leads", NPS_32_TO_50, ADA, 1, COMMITTED)),
                fact(new ObjectiveAbandoned(objective(4), "Another team does it")));
    }

    @Test
    void showsTheScoreboard() {
        assertThat(get("/api/scoreboard?cycle=" + CYCLE)).bodyJson().isLenientlyEqualTo("""
                        {"cycle": {"id": "%s", "name": "2026-Q4", "status": "OPEN"},
                         "items": [
                          {"objectiveId": "%s", "title": "Happier customers", "teamId": "%s", "ownerId": "ada",
                           "goalId": "%s", "ambition": "COMMITTED", "score": 0.875, "measured": "2/2", "band": "GREEN",
                           "keyResults": [
                            {"keyResultId": "%s", "value": 41, "progress": 0.5, "score": 0.5, "measured": true,
                             "band": "YELLOW", "pace": "ON_TRACK", "forecast": null, "confidence": 7, "ownerId": "bo",
                             "weight": 1, "lastCheckInAt": "2026-10-09T14:00:00Z",
                             "metric": {"kind": "REACH", "unit": "points", "baseline": 32, "target": 50}},
                            {"keyResultId": "%s", "value": 4.8, "score": 1, "pace": "ON_TRACK", "expected": 1}]},
                          {"objectiveId": "%s", "teamId": "%s", "goalId": null, "score": null, "measured": "0/0",
                           "band": null, "pace": null, "expected": null, "keyResults": []}],
                         "next": null}
                        """.formatted(
                        CYCLE, HAPPIER, SUPPORT, GOAL, NPS, CSAT, objective(2), SALES));
    }

    @ParameterizedTest
    @CsvSource({
        "team=00000000-0000-0000-0000-00000000000a, 1",
        "team=00000000-0000-0000-0000-00000000000f, 0",
        "goal=00000000-0000-0000-0000-00000000000b, 1",
        "owner=ada, 2",
        "owner=bo, 1",
        "owner=nobody, 0",
        "status=ON_TRACK, 1",
        "status=STALE, 0"
    })
    void narrowsTheScoreboard(String filter, int found) {
        assertThat(get("/api/scoreboard?cycle=" + CYCLE + "&" + filter))
                .bodyJson()
                .extractingPath("$.items.length()")
                .isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({"score, 2, 1", "-score, 1, 2", "title, 1, 2", "-title, 2, 1"})
    void sortsTheScoreboardThroughAllItsPages(String sort, int first, int second) throws Exception {
        var path = "/api/scoreboard?cycle=" + CYCLE + "&limit=1&sort=" + sort;
        var page = get(path);
        assertThat(page)
                .bodyJson()
                .extractingPath("$.items[0].objectiveId")
                .isEqualTo(objective(first).toString());
        var next = get(path + "&after=" + next(page));
        assertThat(next)
                .bodyJson()
                .extractingPath("$.items[0].objectiveId")
                .isEqualTo(objective(second).toString());
        assertThat(next).bodyJson().extractingPath("$.next").isNull();
    }

    @Test
    void countsTheAbandonedObjectivesOfACycleApart() {
        assertThat(get("/api/cycles/" + CYCLE))
                .bodyJson()
                .isLenientlyEqualTo("{'objectives': 3, 'graded': 0, 'abandoned': 1}");
        assertThat(get("/api/objectives/" + objective(4))).bodyJson().isLenientlyEqualTo("""
                        {"abandoned": {"reason": "Another team does it"}, "keyResults": [{"title": "Visits"}, {}]}
                        """);
    }

    @Test
    void storesButDoesNotServeWhatEveryWeekSays() {
        assertThat(get("/api/objectives/" + HAPPIER))
                .bodyJson()
                .hasPathSatisfying(
                        "$.keyResults[0].latest.value",
                        value -> value.assertThat().isEqualTo(41))
                .doesNotHavePath("$.keyResults[0].weeks");
    }

    @Test
    void rollsUpByTeamGoalAndOwner() {
        assertThat(get("/api/scoreboard/rollup?by=team&cycle=" + CYCLE))
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"items": [
                          {"key": "%s", "name": "Support", "objectives": 1, "keyResults": 2, "score": 0.875,
                           "measured": "2/2", "bands": {"red": 0, "yellow": 0, "green": 1}},
                          {"key": "%s", "name": "Sales", "objectives": 1, "keyResults": 0, "score": null,
                           "measured": "0/0", "bands": {"red": 0, "yellow": 0, "green": 0}}]}
                        """.formatted(SUPPORT, SALES));
        assertThat(get("/api/scoreboard/rollup?by=goal&cycle=" + CYCLE))
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"items": [{"key": "%s", "name": "Grow", "score": 0.875}, {"key": null, "name": null}]}
                        """.formatted(GOAL));
        assertThat(get("/api/scoreboard/rollup?by=owner&cycle=" + CYCLE))
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"items": [
                          {"key": "ada", "name": "ada", "objectives": 1, "keyResults": 1, "score": 1,
                           "bands": {"red": 0, "yellow": 0, "green": 1}},
                          {"key": "bo", "name": "bo", "objectives": 1, "keyResults": 1, "score": 0.5,
                           "bands": {"red": 0, "yellow": 1, "green": 0}}]}
                        """);
    }

    @Test
    void tellsTheHistoryOfAKeyResult() {
        assertThat(get("/api/objectives/" + HAPPIER + "/key-results/" + NPS + "/history"))
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"items": [
                          {"position": 7, "field": "baseline", "old": null, "new": 32},
                          {"position": 7, "field": "target", "old": null, "new": 50},
                          {"position": 7, "field": "weight", "old": null, "new": 1},
                          {"position": 7, "field": "owner", "old": null, "new": "ada"},
                          {"position": 10, "field": "value", "old": null, "new": 14, "week": "2026-W41"},
                          {"position": 10, "field": "confidence", "old": null, "new": 7},
                          {"position": 10, "field": "score", "old": null, "new": 0},
                          {"position": 11, "at": "2026-10-12T08:00:00Z", "actor": "cleo", "field": "value",
                           "fact": "objective.check-in-corrected", "old": 14, "new": 41, "reason": "Typing error",
                           "score": 0.5, "value": 41, "confidence": 7, "week": "2026-W41"},
                          {"position": 11, "field": "score", "old": 0, "new": 0.5, "reason": "Typing error"},
                          {"position": 12, "field": "owner", "old": "ada", "new": "bo", "reason": "Ada is on leave"}],
                         "next": null}
                        """);
    }

    @Test
    void tellsTheHistoryOfAnObjectiveWithAllItsKeyResultsPageByPage() throws Exception {
        var path = "/api/objectives/" + HAPPIER + "/history";
        assertThat(fields(path, 500))
                .hasSize(20)
                .startsWith("owner", "baseline")
                .endsWith("score");
        assertThat(fields(path, 2)).isEqualTo(fields(path, 500));
    }

    @Test
    void judgesCheckInWeeks() {
        assertThat(get("/api/cadence?cycle=" + CYCLE + "&owner=bo")).bodyJson().isLenientlyEqualTo("""
                        {"items": [
                          {"objectiveId": "%s", "keyResultId": "%s", "week": "2026-W42", "state": "OVERDUE",
                           "dueAt": "2026-10-16T15:00:00Z", "recordedAt": null, "backfilled": false, "ownerId": "bo",
                           "value": null},
                          {"week": "2026-W43", "state": "PENDING", "ownerId": "bo"}]}
                        """.formatted(
                        HAPPIER, NPS));
        assertThat(get("/api/cadence?cycle=" + CYCLE + "&week=2026-W42&team=" + SUPPORT))
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"items": [{"state": "OVERDUE"}, {"state": "LATE", "recordedAt": "2026-10-17T14:00:00Z"}]}
                        """);
    }

    @Test
    void sumsUpCheckInWeeks() {
        assertThat(get("/api/cadence/summary?by=week&cycle=" + CYCLE))
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"items": [
                          {"key": "2026-W40", "due": 0},
                          {"key": "2026-W41", "due": 2, "onTime": 1, "late": 0, "missed": 1, "excused": 0, "pending": 0,
                           "adherence": 0.5, "onTimeRate": 0.5, "streak": 0},
                          {"key": "2026-W42", "due": 2, "onTime": 0, "late": 1, "pending": 1, "adherence": 1},
                          {"key": "2026-W43", "due": 2, "pending": 2, "adherence": null}]}
                        """);
        assertThat(get("/api/cadence/summary?by=owner&cycle=" + CYCLE))
                .bodyJson()
                .extractingPath("$.items[*].key")
                .asArray()
                .containsExactly("ada", "bo");
        assertThat(get("/api/cadence/summary?by=team&cycle=" + CYCLE))
                .bodyJson()
                .extractingPath("$.items[*].key")
                .asArray()
                .containsExactly(SUPPORT.toString());
    }

    @Test
    void listsWhatIsOwedLongestOwedFirst() {
        assertThat(get("/api/cadence/due")).bodyJson().isLenientlyEqualTo("""
                        {"items": [
                          {"keyResultId": "%1$s", "title": "Key result", "week": "2026-W42", "state": "OVERDUE",
                           "dueAt": "2026-10-16T15:00:00Z", "ownerId": "bo"},
                          {"keyResultId": "%1$s", "week": "2026-W43", "state": "PENDING", "ownerId": "bo"},
                          {"keyResultId": "%2$s", "week": "2026-W43", "state": "PENDING", "ownerId": "ada"}]}
                        """.formatted(NPS, CSAT));
        assertThat(get("/api/cadence/due?owner=ada&team=" + SUPPORT))
                .bodyJson()
                .extractingPath("$.items.length()")
                .isEqualTo(1);
    }

    @Test
    void analysesAnOpenCycleProvisionally() {
        assertThat(get("/api/analytics/completion?cycle=" + CYCLE)).bodyJson().isLenientlyEqualTo("""
                        {"provisional": true,
                         "weeks": [{"week": "2026-W40", "completion": null}, {"week": "2026-W41", "completion": 0.5},
                                   {"week": "2026-W42", "due": 2, "late": 1, "completion": 0.5},
                                   {"week": "2026-W43", "completion": 0}],
                         "uplift": {"difference": null, "ratio": null, "differenceInterval": null,
                                    "ratioInterval": null, "p": null, "insufficient": true}}
                        """);
        assertThat(get("/api/analytics/completion?cycle=" + CYCLE))
                .bodyJson()
                .extractingPath("$.cohorts[?(@.name == 'COMMITTED')].n")
                .asArray()
                .as("what was abandoned does not count")
                .containsExactly(2);
        assertThat(get("/api/analytics/completion?cycle=" + CYCLE))
                .bodyJson()
                .extractingPath("$.cohorts[?(@.name == 'IRREGULAR')]")
                .asArray()
                .hasSize(1);
        assertThat(get("/api/analytics/completion?cycle=" + CYCLE + "&team=" + SALES))
                .bodyJson()
                .extractingPath("$.weeks")
                .asArray()
                .isEmpty();
    }

    @Test
    void analysesTheGradesOfAClosedCycle() {
        var completion = get("/api/analytics/completion?cycle=" + PAST);
        assertThat(completion).bodyJson().extractingPath("$.provisional").isEqualTo(false);
        assertThat(completion)
                .bodyJson()
                .extractingPath("$.cohorts[?(@.name == 'COMMITTED')].n")
                .asArray()
                .containsExactly(1);
        assertThat(get("/api/scoreboard?cycle=" + PAST)).bodyJson().isLenientlyEqualTo("""
                        {"cycle": {"status": "CLOSED"},
                         "items": [{"score": 0.5, "keyResults": [{"score": 1, "progress": 1.2}, {"measured": false}]}]}
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/scoreboard?",
                "/api/scoreboard/rollup?by=team&",
                "/api/cadence?",
                "/api/cadence/summary?by=week&",
                "/api/analytics/completion?"
            })
    void needsACycleThatThereIs(String path) {
        assertThat(get(path))
                .hasStatus(400)
                .bodyJson()
                .isLenientlyEqualTo("{'code': 'missing-parameter', 'errors': [{'pointer': '/cycle'}]}");
        assertThat(get(path + "cycle=Q4"))
                .hasStatus(400)
                .bodyJson()
                .isLenientlyEqualTo("{'code': 'malformed-value', 'errors': [{'pointer': '/cycle'}]}");
        assertThat(get(path + "cycle=" + new UUID(9, 9)))
                .hasStatus(404)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("unknown-cycle");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/scoreboard?cycle=00000000-0000-0000-0000-00000000000c&sort=colour, /sort",
        "/api/scoreboard?cycle=00000000-0000-0000-0000-00000000000c&sort=-, /sort",
        "/api/scoreboard?cycle=00000000-0000-0000-0000-00000000000c&status=GREEN, /status",
        "/api/scoreboard?cycle=00000000-0000-0000-0000-00000000000c&team=support, /team",
        "/api/scoreboard?cycle=00000000-0000-0000-0000-00000000000c&goal=1, /goal",
        "/api/scoreboard?cycle=00000000-0000-0000-0000-00000000000c&limit=0, /limit",
        "/api/scoreboard?cycle=00000000-0000-0000-0000-00000000000c&after=?, /after",
        "/api/scoreboard/rollup?cycle=00000000-0000-0000-0000-00000000000c&by=TEAM, /by",
        "/api/cadence?cycle=00000000-0000-0000-0000-00000000000c&week=2026-W54, /week",
        "/api/cadence?cycle=00000000-0000-0000-0000-00000000000c&week=, /week",
        "/api/cadence/summary?cycle=00000000-0000-0000-0000-00000000000c&by=goal, /by",
        "/api/cadence/due?cycle=00000000-0000-0000-0000-00000000000c, /cycle",
        "/api/analytics/completion?cycle=00000000-0000-0000-0000-00000000000c&limit=5, /limit"
    })
    void refusesWhatItCannotRead(String path, String pointer) {
        assertThat(get(path))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo(pointer);
    }

    @Test
    void knowsNoHistoryOfWhatThereIsNot() {
        assertThat(get("/api/objectives/" + new UUID(9, 9) + "/history"))
                .hasStatus(404)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("unknown-objective");
        assertThat(get("/api/objectives/" + HAPPIER + "/key-results/" + keyResult(99) + "/history"))
                .hasStatus(404)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("unknown-key-result");
    }

    private List<String> fields(String path, int limit) throws Exception {
        var fields = new ArrayList<String>();
        var after = "";
        do {
            var page = get(path + "?limit=" + limit + after);
            fields.addAll(JsonPath.read(page.getResponse().getContentAsString(), "$.items[*].field"));
            after = "&after=" + next(page);
        } while (!after.endsWith("null"));
        return fields;
    }

    private static String next(MvcTestResult page) throws Exception {
        return JsonPath.read(page.getResponse().getContentAsString(), "$.next");
    }

    private MvcTestResult get(String path) {
        var separator = path.endsWith("?") || path.endsWith("&") ? "" : path.contains("?") ? "&" : "?";
        return mvc.get().uri(path + separator + "wait=10s&minPosition=" + HEAD).exchange();
    }
}

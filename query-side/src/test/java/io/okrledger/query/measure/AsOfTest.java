package io.okrledger.query.measure;

import static io.okrledger.query.measure.Story.ADA;
import static io.okrledger.query.measure.Story.CYCLE;
import static io.okrledger.query.measure.Story.HAPPIER;
import static io.okrledger.query.measure.Story.NPS;
import static io.okrledger.query.measure.Story.NPS_32_TO_50;
import static io.okrledger.query.measure.Story.SUPPORT;
import static io.okrledger.query.measure.Story.abandoned;
import static io.okrledger.query.measure.Story.added;
import static io.okrledger.query.measure.Story.checkedIn;
import static io.okrledger.query.measure.Story.created;
import static io.okrledger.query.measure.Story.objective;
import static io.okrledger.query.measure.Story.planned;
import static io.okrledger.query.measure.Story.toBo;
import static io.okrledger.query.support.Happening.fact;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.okrledger.events.cycle.CycleOpened;
import io.okrledger.events.team.TeamRegistered;
import io.okrledger.events.team.TeamRenamed;
import io.okrledger.query.support.HandSetClock;
import io.okrledger.query.support.QuerySideTest;
import io.okrledger.query.support.TestLedger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.UriComponentsBuilder;

/** What the same questions were answered with at other times of a quarter. */
@QuerySideTest
@Import(HandSetClock.Wound.class)
class AsOfTest {

    private static final int HEAD = 11;
    private static final String BOARD = "/api/scoreboard?cycle=" + CYCLE;
    private static final String WEEK = "/api/cadence?week=2026-W41&cycle=" + CYCLE;

    private final MockMvcTester mvc;

    @Autowired
    AsOfTest(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    @BeforeAll
    static void play(@Autowired TestLedger ledger, @Autowired HandSetClock clock) {
        clock.setTo("2026-10-01T09:00:00Z");
        ledger.append(
                fact(new TeamRegistered(SUPPORT, "Support", null)),
                fact(planned()),
                fact(new CycleOpened(CYCLE)),
                fact(created()),
                fact(created(objective(2), CYCLE, SUPPORT, null)),
                fact(added(NPS, NPS_32_TO_50)));
        then(ledger, clock, "2026-10-09T14:00:00Z", checkedIn(NPS, 41, "41"));
        then(ledger, clock, "2026-10-13T08:00:00Z", toBo(NPS));
        then(ledger, clock, "2026-10-13T09:00:00Z", new TeamRenamed(SUPPORT, "Support", "Care"));
        then(ledger, clock, "2026-10-14T08:00:00Z", abandoned());
        clock.setTo("2026-10-20T08:00:00Z");
        ledger.append(fact(created(objective(3), CYCLE, SUPPORT, null))
                .at("2026-10-20T08:00:00Z")
                .importedAs("2026-10-02T08:00:00Z"));
        clock.setTo("2026-10-21T12:00:00Z");
    }

    private static void then(TestLedger ledger, HandSetClock clock, String instant, Object event) {
        clock.setTo(instant);
        ledger.append(fact(event).at(instant));
    }

    @ParameterizedTest
    @CsvSource({
        "6, 6, null, ada, PENDING",
        "7, 7, 41, ada, ON_TRACK",
        "8, 8, 41, bo, ON_TRACK",
        "2026-10-09T13:59:59Z, 6, null, ada, STALE",
        "2026-10-09T14:00:00Z, 7, 41, ada, ON_TRACK",
        "2026-10-13T10:00:00+02:00, 8, 41, bo, ON_TRACK"
    })
    void showsTheScoreboardThatThereWas(String asOf, String position, String value, String owner, String pace) {
        var answer = get(BOARD, asOf);
        assertThat(answer).hasHeader("OKR-Position", position).bodyJson().isLenientlyEqualTo("""
                        {"items": [{"keyResults": [{"value": %s, "ownerId": "%s", "pace": "%s"}]},
                                   {"objectiveId": "%s", "keyResults": []}], "next": null}
                        """.formatted(
                        value, owner, pace, objective(2)));
    }

    @ParameterizedTest
    @CsvSource({"3, 0", "4, 1", "5, 2", "9, 2", "10, 1", "11, 2", "2026-10-19T08:00:00Z, 1", "2026-10-21T12:00:00Z, 2"})
    void hasOnTheBoardWhatWasRecordedByThen(String asOf, int objectives) {
        assertThat(get(BOARD, asOf))
                .bodyJson()
                .extractingPath("$.items.length()")
                .isEqualTo(objectives);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "2026-09-30T09:00:00Z, 0"})
    void didNotKnowTheCycleBeforeItWasPlanned(String asOf, String position) {
        for (var path : new String[] {BOARD, WEEK, "/api/scoreboard/rollup?by=team&cycle=" + CYCLE}) {
            assertThat(get(path, asOf))
                    .hasStatus(404)
                    .hasHeader("OKR-Position", position)
                    .bodyJson()
                    .extractingPath("$.code")
                    .isEqualTo("unknown-cycle");
        }
    }

    @ParameterizedTest
    @CsvSource({"8, Support, 2, 0.5", "9, Care, 2, 0.5", "6, Support, 2, 0.0", "10, Care, 1, null"})
    void rollsUpWhatThereWas(String asOf, String name, int objectives, String score) {
        assertThat(get("/api/scoreboard/rollup?by=team&cycle=" + CYCLE, asOf))
                .bodyJson()
                .isLenientlyEqualTo("{\"items\": [{\"name\": \"%s\", \"objectives\": %d, \"score\": %s}]}"
                        .formatted(name, objectives, score));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-09T13:00:00Z, PENDING, ada",
        "2026-10-09T14:00:00Z, ON_TIME, ada",
        "7, ON_TIME, ada",
        "2026-10-12T00:00:00Z, ON_TIME, ada"
    })
    void judgesAWeekAsItWasSeenThen(String asOf, String state, String owner) {
        assertThat(get(WEEK, asOf))
                .bodyJson()
                .isLenientlyEqualTo("{\"items\": [{\"week\": \"2026-W41\", \"state\": \"%s\", \"ownerId\": \"%s\"}]}"
                        .formatted(state, owner));
    }

    @Test
    void sumsUpAndRemindsAsItDidThen() {
        var summary = "/api/cadence/summary?by=week&cycle=" + CYCLE;
        assertThat(get(summary, "7"))
                .bodyJson()
                .extractingPath("$.items[?(@.onTime == 1)].key")
                .isEqualTo(week41());
        assertThat(get(summary, "6"))
                .bodyJson()
                .extractingPath("$.items[?(@.onTime == 1)].key")
                .isEqualTo(none());
        var due = "/api/cadence/due?owner=" + ADA;
        assertThat(get(due, "2026-10-09T13:00:00Z"))
                .bodyJson()
                .extractingPath("$.items.length()")
                .isEqualTo(1);
        assertThat(get(due, "2026-10-09T14:00:00Z"))
                .bodyJson()
                .extractingPath("$.items.length()")
                .isEqualTo(0);
    }

    @Test
    void analysesWhatWasKnown() {
        var completion = "/api/analytics/completion?cycle=" + CYCLE;
        assertThat(get(completion, "7"))
                .bodyJson()
                .extractingPath("$.weeks[?(@.onTime == 1)].week")
                .isEqualTo(week41());
        assertThat(get(completion, "6"))
                .bodyJson()
                .extractingPath("$.weeks[?(@.onTime == 1)].week")
                .isEqualTo(none());
    }

    @ParameterizedTest
    @CsvSource({
        "/api/analytics/quality?cycle={cycle}, 9, 10, items[?(@.rule == 'too-few-key-results')].objectiveId",
        "/api/analytics/trends?team={team}, 6, 7, items[*].shares.measured",
        "/api/analytics/trends?team={team}, 9, 10, items[*].objectives",
        "/api/alignment?cycle={cycle}, 6, 7, unlinked[*].measured",
        "/api/ownership?keyResult={kr}, 7, 8, items[*].ownerId",
        "/api/ownership?person=ada, 7, 8, items[*].to",
        "/api/objectives/{objective}/history, 6, 7, items[*].fact",
        "/api/objectives/{objective}/key-results/{kr}/history, 7, 8, items[*].field",
        "/api/objectives/{objective}/key-results/{kr}/lineage, 6, 7, items[*].measured",
        "/api/audit/timeline/{objective}, 7, 8, items[*].sentence"
    })
    void tellsOfEveryQuestionWhatItAnsweredThen(String path, String before, String after, String differing)
            throws Exception {
        var uri = UriComponentsBuilder.fromUriString(path)
                .buildAndExpand(Map.of("cycle", CYCLE, "team", SUPPORT, "kr", NPS, "objective", HAPPIER))
                .toUriString();
        Object then = JsonPath.read(body(uri, before), "$." + differing);
        assertThat(then).isNotEqualTo(JsonPath.read(body(uri, after), "$." + differing));
    }

    private String body(String path, String asOf) throws Exception {
        var answer = get(path, asOf);
        assertThat(answer).hasStatusOk().hasHeader("OKR-Position", asOf);
        return answer.getResponse().getContentAsString();
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "2026-10-12T00:00:00Z, 7"})
    void staysAtItsMomentThroughAllPages(String asOf, String position) throws Exception {
        var first = get(BOARD + "&limit=1", asOf);
        String next = JsonPath.read(first.getResponse().getContentAsString(), "$.next");
        for (var again : new String[] {"", "&asOf=" + asOf}) {
            var second = mvc.get().uri(BOARD + "&limit=1&after=" + next + again).exchange();
            assertThat(second)
                    .hasStatusOk()
                    .hasHeader("OKR-Position", position)
                    .bodyJson()
                    .isLenientlyEqualTo(
                            "{\"items\": [{\"objectiveId\": \"%s\"}], \"next\": null}".formatted(objective(2)));
        }
        problem(mvc.get().uri(BOARD + "&after=" + next + "&asOf=9").exchange(), "malformed-value");
    }

    @ParameterizedTest
    @CsvSource({
        "yesterday, malformed-value",
        "2026-10-12, malformed-value",
        "-1, malformed-value",
        "'', malformed-value",
        "2026-10-21T12:00:01Z, malformed-value"
    })
    void refusesWhatIsNoMomentOfThePast(String asOf, String code) {
        problem(get(BOARD, asOf), code);
    }

    @Test
    void looksBackOnlyWhereItSaysSo() {
        problem(get("/api/audit/events", "7"), "unknown-parameter");
    }

    @Test
    void waitsForAPositionThatIsStillToCome() {
        var refused = get(BOARD + "&wait=50ms", Integer.toString(HEAD + 1));
        assertThat(refused).hasStatus(503).hasHeader("OKR-Position", Integer.toString(HEAD));
        assertThat(refused).bodyJson().extractingPath("$.code").isEqualTo("not-there-yet");
    }

    private static List<String> week41() {
        return List.of("2026-W41");
    }

    private static List<String> none() {
        return List.of();
    }

    private static void problem(MvcTestResult answer, String code) {
        assertThat(answer).hasStatus(400);
        assertThat(answer)
                .bodyJson()
                .isLenientlyEqualTo("{\"code\": \"%s\", \"errors\": [{\"pointer\": \"/asOf\"}]}".formatted(code));
    }

    private MvcTestResult get(String path, String asOf) {
        var request = mvc.get().uri(path).queryParam("asOf", asOf).queryParam("minPosition", Integer.toString(HEAD));
        return (path.contains("wait=") ? request : request.queryParam("wait", "10s")).exchange();
    }
}

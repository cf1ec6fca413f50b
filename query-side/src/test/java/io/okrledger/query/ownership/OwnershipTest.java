package io.okrledger.query.ownership;

import static io.okrledger.query.measure.Story.ADA;
import static io.okrledger.query.measure.Story.BO;
import static io.okrledger.query.measure.Story.CSAT;
import static io.okrledger.query.measure.Story.CSAT_AT_LEAST_4_8;
import static io.okrledger.query.measure.Story.CYCLE;
import static io.okrledger.query.measure.Story.GOAL;
import static io.okrledger.query.measure.Story.HAPPIER;
import static io.okrledger.query.measure.Story.NPS;
import static io.okrledger.query.measure.Story.NPS_32_TO_50;
import static io.okrledger.query.measure.Story.RESPONSE;
import static io.okrledger.query.measure.Story.RESPONSE_4_TO_HALF;
import static io.okrledger.query.measure.Story.SUPPORT;
import static io.okrledger.query.measure.Story.added;
import static io.okrledger.query.measure.Story.checkedIn;
import static io.okrledger.query.measure.Story.created;
import static io.okrledger.query.measure.Story.dropped;
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
import io.okrledger.events.objective.KeyResultOwnerReassigned;
import io.okrledger.query.support.QuerySideTest;
import io.okrledger.query.support.TestLedger;
import java.util.ArrayList;
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

/** Who owned what, as it is read through HTTP on a Wednesday, with check-ins due on Fridays at 15:00 UTC. */
@QuerySideTest
@TestPropertySource(properties = "okr.clock=2026-11-04T12:00:00Z")
class OwnershipTest {

    private static final CycleId PAST = new CycleId(new UUID(0, 0xE));
    private static final int HEAD = 16;

    private final MockMvcTester mvc;

    @Autowired
    OwnershipTest(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    /** Ada served the first week and missed the second; Bo got it when the second was due, and gave it back. */
    @BeforeAll
    static void play(@Autowired TestLedger ledger) {
        ledger.append(
                fact(new GoalDefined(GOAL, "Grow", null, ADA)),
                fact(planned(PAST, "2026-Q3", "2026-07-01", "2026-09-30")),
                fact(new CycleOpened(PAST)),
                fact(created(objective(2), PAST, SUPPORT, GOAL)).at("2026-07-01T09:00:00Z"),
                fact(new CycleClosed(PAST)).at("2026-10-01T08:00:00Z"),
                fact(planned()),
                fact(new CycleOpened(CYCLE)),
                fact(created()),
                fact(added(NPS, NPS_32_TO_50)),
                fact(added(CSAT, CSAT_AT_LEAST_4_8)),
                fact(added(RESPONSE, RESPONSE_4_TO_HALF)),
                fact(checkedIn(NPS, 41, "35")).at("2026-10-09T14:00:00Z"),
                fact(toBo(NPS)).at("2026-10-16T15:00:01Z").by("cleo"),
                fact(dropped(CSAT)).at("2026-10-20T09:00:00Z"),
                fact(checkedIn(NPS, 43, "41")).at("2026-10-24T14:00:00Z"),
                fact(new KeyResultOwnerReassigned(HAPPIER, NPS, BO, ADA, null)).at("2026-10-28T09:00:00Z"));
    }

    @Test
    void tellsWhoOwnedAKeyResultWhenAndHowItsWeeksWentMeanwhile() {
        assertThat(get("keyResult=" + NPS)).bodyJson().isLenientlyEqualTo("""
                        {"items": [
                          {"goalId": null, "objectiveId": "%s", "keyResultId": "%s", "title": "Key result",
                           "cycleId": "%s", "ownerId": "ada", "from": "2026-10-01T09:00:00Z",
                           "to": "2026-10-16T15:00:01Z", "ending": "REASSIGNED", "position": 9, "imported": false,
                           "actor": "ada", "reason": null,
                           "weeks": {"due": 2, "onTime": 1, "late": 0, "missed": 1, "excused": 0, "pending": 0,
                                     "adherence": 0.5, "missedWeeks": ["2026-W42"]}},
                          {"ownerId": "bo", "from": "2026-10-16T15:00:01Z", "to": "2026-10-28T09:00:00Z",
                           "position": 13, "actor": "cleo", "reason": "Ada is on leave",
                           "weeks": {"due": 1, "onTime": 0, "late": 1, "missed": 0, "pending": 0, "adherence": 1,
                                     "missedWeeks": []}},
                          {"ownerId": "ada", "from": "2026-10-28T09:00:00Z", "to": null, "ending": null,
                           "weeks": {"due": 2, "missed": 0, "pending": 2, "adherence": null}}],
                         "next": null}
                        """.formatted(HAPPIER, NPS, CYCLE));
    }

    @Test
    void countsEachDueWeekInOneTenure() throws Exception {
        List<Integer> due = JsonPath.read(body("keyResult=" + NPS), "$.items[*].weeks.due");
        List<Object> cells = JsonPath.read(
                text("/api/cadence?limit=500&cycle=" + CYCLE),
                "$.items[?(@.keyResultId == '" + NPS + "' && @.state != 'NOT_APPLICABLE')]");
        assertThat(due.stream().mapToInt(Integer::intValue).sum()).isEqualTo(cells.size());
    }

    @Test
    void tellsAllThatAPersonOwnedOfEveryKind() {
        assertThat(get("person=ada")).bodyJson().isLenientlyEqualTo("""
                        {"items": [
                          {"goalId": "%s", "objectiveId": null, "title": "Grow", "cycleId": null, "to": null,
                           "weeks": null},
                          {"objectiveId": "%s", "keyResultId": null, "cycleId": "%s", "to": "2026-10-01T08:00:00Z",
                           "ending": "CYCLE_CLOSED", "weeks": null},
                          {"objectiveId": "%s", "keyResultId": null, "title": "Happier customers", "to": null},
                          {"keyResultId": "%s", "position": 9},
                          {"keyResultId": "%s", "to": "2026-10-20T09:00:00Z", "ending": "DROPPED",
                           "weeks": {"due": 2, "missed": 2, "missedWeeks": ["2026-W41", "2026-W42"]}},
                          {"keyResultId": "%s", "to": null},
                          {"position": 16}]}
                        """.formatted(
                        GOAL, objective(2), PAST, HAPPIER, NPS, CSAT, RESPONSE));
        assertThat(get("person=nobody"))
                .bodyJson()
                .extractingPath("$.items")
                .asArray()
                .isEmpty();
    }

    @Test
    void pagesThroughThemAll() throws Exception {
        var positions = new ArrayList<Integer>();
        var after = "";
        do {
            var page = body("person=ada&limit=3" + after);
            positions.addAll(JsonPath.read(page, "$.items[*].position"));
            String next = JsonPath.read(page, "$.next");
            after = next == null ? "" : "&after=" + next;
        } while (!after.isEmpty());
        assertThat(positions).containsExactly(1, 4, 8, 9, 10, 11, 16);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 400, missing-parameter",
        "?person=ada&keyResult=00000000-0000-0002-0000-000000000001, 400, malformed-request",
        "?keyResult=nps, 400, malformed-value",
        "?team=ada, 400, unknown-parameter",
        "?keyResult=00000000-0000-0009-0000-000000000009, 404, unknown-key-result"
    })
    void needsAKeyResultOrAPerson(String query, int status, String code) {
        assertThat(mvc.get().uri("/api/ownership" + query))
                .hasStatus(status)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo(code);
    }

    private String body(String query) throws Exception {
        return get(query).getResponse().getContentAsString();
    }

    private String text(String path) throws Exception {
        return mvc.get().uri(path).exchange().getResponse().getContentAsString();
    }

    private MvcTestResult get(String query) {
        var answer = mvc.get()
                .uri("/api/ownership?" + query + "&wait=10s&minPosition=" + HEAD)
                .exchange();
        assertThat(answer).hasStatusOk();
        return answer;
    }
}

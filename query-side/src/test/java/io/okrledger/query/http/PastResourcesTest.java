package io.okrledger.query.http;

import static io.okrledger.query.support.Happening.fact;
import static io.okrledger.query.support.Sample.ADA;
import static io.okrledger.query.support.Sample.ALIGNED;
import static io.okrledger.query.support.Sample.CHECK_IN_ID;
import static io.okrledger.query.support.Sample.CORRECTION;
import static io.okrledger.query.support.Sample.CYCLE;
import static io.okrledger.query.support.Sample.CYCLE_ID;
import static io.okrledger.query.support.Sample.GOAL;
import static io.okrledger.query.support.Sample.GOAL_ID;
import static io.okrledger.query.support.Sample.GOAL_TO_BO;
import static io.okrledger.query.support.Sample.GRADE;
import static io.okrledger.query.support.Sample.NPS;
import static io.okrledger.query.support.Sample.NPS_ID;
import static io.okrledger.query.support.Sample.OBJECTIVE;
import static io.okrledger.query.support.Sample.OBJECTIVE_ID;
import static io.okrledger.query.support.Sample.REWORDED;
import static io.okrledger.query.support.Sample.TEAM;
import static io.okrledger.query.support.Sample.TEAM_ID;
import static io.okrledger.query.support.Sample.TEAM_MOVED;
import static io.okrledger.query.support.Sample.TO_BO;
import static io.okrledger.query.support.Sample.WEEK_41;
import static io.okrledger.query.support.Sample.checkIn;
import static io.okrledger.query.support.Sample.id;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.okrledger.events.cycle.CycleOpened;
import io.okrledger.events.goal.GoalDefined;
import io.okrledger.events.goal.GoalId;
import io.okrledger.query.support.QuerySideTest;
import io.okrledger.query.support.TestLedger;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.UriComponentsBuilder;

/** Goals, teams, cycles, objectives, key results and check-ins as they were. */
@QuerySideTest
class PastResourcesTest {

    private static final int HEAD = 15;
    private static final Map<String, Object> IDS = Map.of(
            "goal", GOAL_ID,
            "team", TEAM_ID,
            "parent", id(15),
            "cycle", CYCLE_ID,
            "objective", OBJECTIVE_ID,
            "kr", NPS_ID,
            "checkIn", CHECK_IN_ID);

    private final MockMvcTester mvc;

    @Autowired
    PastResourcesTest(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    @BeforeAll
    static void play(@Autowired TestLedger ledger) {
        ledger.append(
                fact(GOAL),
                fact(TEAM),
                fact(CYCLE),
                fact(new CycleOpened(CYCLE_ID)),
                fact(OBJECTIVE),
                fact(NPS),
                fact(checkIn(CHECK_IN_ID, WEEK_41, "41")),
                fact(CORRECTION),
                fact(GOAL_TO_BO),
                fact(TEAM_MOVED),
                fact(TO_BO),
                fact(ALIGNED),
                fact(new GoalDefined(new GoalId(id(11)), "Second", null, ADA)),
                fact(REWORDED),
                fact(GRADE));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/goals/{goal}, 8, ownerId, ada",
        "/api/goals/{goal}, 9, ownerId, bo",
        "/api/goals/{goal}, 15, version, 1",
        "/api/teams/{team}, 9, parentTeamId, ",
        "/api/cycles/{cycle}, 3, status, PLANNED",
        "/api/cycles/{cycle}, 4, status, OPEN",
        "/api/cycles/{cycle}, 4, objectives, 0",
        "/api/cycles/{cycle}, 5, objectives, 1",
        "/api/cycles/{cycle}, 14, graded, 0",
        "/api/cycles/{cycle}, 15, graded, 1",
        "/api/objectives/{objective}, 13, title, Customers recommend us",
        "/api/objectives/{objective}, 14, title, Customers praise us",
        "/api/objectives/{objective}/key-results/{kr}, 6, version, 1",
        "/api/objectives/{objective}/key-results/{kr}, 7, latest.value, 41",
        "/api/objectives/{objective}/key-results/{kr}, 8, latest.value, 42.5",
        "/api/objectives/{objective}/key-results/{kr}/check-ins/{checkIn}, 7, reading.value, 41",
        "/api/objectives/{objective}/key-results/{kr}/check-ins/{checkIn}, 8, reading.value, 42.5"
    })
    void showsAThingAsItWas(String path, String asOf, String field, String value) throws Exception {
        var answer = get(path, asOf);
        assertThat(answer).hasStatusOk().hasHeader("OKR-Position", asOf);
        Object found = JsonPath.read(answer.getResponse().getContentAsString(), "$." + field);
        assertThat(found == null ? null : found.toString()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/goals, 0, 0",
        "/api/goals, 12, 1",
        "/api/goals, 13, 2",
        "/api/goals?owner=ada, 8, 1",
        "/api/goals?owner=ada, 9, 0",
        "/api/goals?owner=ada, 13, 1",
        "/api/goals?owner=bo, 8, 0",
        "/api/goals?owner=bo, 9, 1",
        "/api/teams?parent={parent}, 9, 0",
        "/api/teams?parent={parent}, 10, 1",
        "/api/cycles, 2, 0",
        "/api/cycles?status=PLANNED, 3, 1",
        "/api/cycles?status=PLANNED, 4, 0",
        "/api/cycles?status=OPEN, 4, 1",
        "/api/objectives?cycle={cycle}, 4, 0",
        "/api/objectives?cycle={cycle}&team={team}, 5, 1",
        "/api/objectives?owner=ada, 10, 1",
        "/api/objectives?owner=ada, 11, 0",
        "/api/objectives?goal={goal}, 11, 1",
        "/api/objectives?goal={goal}, 12, 0",
        "/api/objectives/{objective}/key-results/{kr}/check-ins, 6, 0",
        "/api/objectives/{objective}/key-results/{kr}/check-ins, 7, 1"
    })
    void listsWhatMatchedThen(String path, String asOf, int count) {
        assertThat(get(path, asOf))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items.length()")
                .isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/goals/{goal}, 0, unknown-goal",
        "/api/teams/{team}, 1, unknown-team",
        "/api/cycles/{cycle}, 2, unknown-cycle",
        "/api/objectives/{objective}, 4, unknown-objective",
        "/api/objectives/{objective}/key-results/{kr}, 5, unknown-key-result",
        "/api/objectives/{objective}/key-results/{kr}/check-ins, 5, unknown-key-result",
        "/api/objectives/{objective}/key-results/{kr}/check-ins/{checkIn}, 6, unknown-check-in"
    })
    void didNotKnowWhatWasStillToCome(String path, String asOf, String code) {
        assertThat(get(path, asOf))
                .hasStatus(404)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo(code);
    }

    @Test
    void pagesThroughAListOfThePast() throws Exception {
        var first = get("/api/goals?limit=1", "14");
        assertThat(first).bodyJson().extractingPath("$.items[0].ownerId").isEqualTo("bo");
        String next = JsonPath.read(first.getResponse().getContentAsString(), "$.next");
        var second = mvc.get().uri("/api/goals?limit=1&after=" + next).exchange();
        assertThat(second).hasStatusOk().hasHeader("OKR-Position", "14");
        assertThat(second).bodyJson().isLenientlyEqualTo("{\"items\": [{\"title\": \"Second\"}], \"next\": null}");
    }

    private MvcTestResult get(String path, String asOf) {
        var uri = UriComponentsBuilder.fromUriString(path)
                .queryParam("asOf", asOf)
                .queryParam("minPosition", HEAD)
                .queryParam("wait", "10s")
                .buildAndExpand(IDS)
                .toUriString();
        return mvc.get().uri(uri).exchange();
    }
}

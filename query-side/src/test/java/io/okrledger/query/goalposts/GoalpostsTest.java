package io.okrledger.query.goalposts;

import static io.okrledger.query.measure.Story.ADA;
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
import static io.okrledger.query.measure.Story.adjusted;
import static io.okrledger.query.measure.Story.amended;
import static io.okrledger.query.measure.Story.checkedIn;
import static io.okrledger.query.measure.Story.created;
import static io.okrledger.query.measure.Story.dropped;
import static io.okrledger.query.measure.Story.grade;
import static io.okrledger.query.measure.Story.keyResult;
import static io.okrledger.query.measure.Story.number;
import static io.okrledger.query.measure.Story.objective;
import static io.okrledger.query.measure.Story.planned;
import static io.okrledger.query.support.Happening.fact;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.KeyResultTargetAdjusted;
import io.okrledger.events.objective.ObjectiveAbandoned;
import io.okrledger.events.objective.ObjectiveGraded;
import io.okrledger.events.scoring.Ambition;
import io.okrledger.events.scoring.Metric;
import io.okrledger.events.team.TeamId;
import io.okrledger.query.support.QuerySideTest;
import io.okrledger.query.support.TestLedger;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The targets of a quarter that moved, as they are read through HTTP. */
@QuerySideTest
class GoalpostsTest {

    private static final TeamId SALES = new TeamId(new UUID(0, 0xD));
    private static final CycleId PAST = new CycleId(new UUID(0, 0xE));
    private static final Metric NPS_32_TO_68 = new Metric.Reach("points", number("32"), number("68"));
    private static final Metric CSAT_AT_LEAST_4_7 = new Metric.KeepAtLeast("stars", number("4.7"));
    private static final int HEAD = 20;

    private final MockMvcTester mvc;

    @Autowired
    GoalpostsTest(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    @BeforeAll
    static void play(@Autowired TestLedger ledger) {
        ledger.append(
                fact(planned()),
                fact(planned(PAST, "2026-Q3", "2026-07-01", "2026-09-30")),
                fact(created()),
                fact(added(NPS, NPS_32_TO_50)),
                fact(added(RESPONSE, RESPONSE_4_TO_HALF)),
                fact(added(CSAT, CSAT_AT_LEAST_4_8)),
                fact(checkedIn(NPS, 41, "41")),
                fact(checkedIn(CSAT, 41, "4.8")),
                fact(checkedIn(CSAT, 42, "4.7")),
                fact(adjusted(NPS, NPS_32_TO_50, NPS_32_TO_68))
                        .at("2026-10-12T09:00:00Z")
                        .by("cleo"),
                fact(adjusted(CSAT, CSAT_AT_LEAST_4_8, CSAT_AT_LEAST_4_7)),
                fact(dropped(CSAT)),
                fact(created(objective(2), CYCLE, SALES, GOAL)),
                fact(deals()),
                fact(dealsMoved(NPS_32_TO_50, NPS_32_TO_68)),
                fact(dealsMoved(NPS_32_TO_68, NPS_32_TO_50)),
                fact(new ObjectiveAbandoned(objective(2), "Overtaken")),
                fact(created(objective(3), PAST, SALES, GOAL)),
                fact(new ObjectiveGraded(HAPPIER, CYCLE, 1, number("0.25"), List.of(grade(NPS, "0.25")))),
                fact(amended(NPS, "0.25", "0.3")));
    }

    @Test
    void scoresTheSameWeeksByTheOldAndTheNewNumbers() {
        assertThat(get("cycle=" + CYCLE)).bodyJson().isLenientlyEqualTo("""
                        {"items": [
                          {"objectiveId": "%s", "keyResultId": "%s", "title": "Key result", "teamId": "%s",
                           "ownerId": "ada", "shift": "RAISED", "dropped": false, "abandoned": false,
                           "originalMetric": {"kind": "REACH", "unit": "points", "baseline": 32, "target": 50},
                           "metric": {"kind": "REACH", "unit": "points", "baseline": 32, "target": 68},
                           "againstOriginal": {"score": 0.5, "progress": 0.5, "measured": true},
                           "againstCurrent": {"score": 0.25, "progress": 0.25, "measured": true},
                           "grade": 0.3,
                           "moves": [
                             {"position": 10, "at": "2026-10-12T09:00:00Z", "imported": false, "actor": "cleo",
                              "old": {"target": 50}, "new": {"target": 68}, "shift": "RAISED",
                              "reason": "Board decision"}]},
                          {"keyResultId": "%s", "shift": "LOWERED", "dropped": true, "grade": null,
                           "againstOriginal": {"score": 0.5}, "againstCurrent": {"score": 1},
                           "moves": [{"position": 11}]},
                          {"keyResultId": "%s", "shift": "NONE", "abandoned": true,
                           "againstOriginal": {"score": 0, "measured": false}, "againstCurrent": {"measured": false},
                           "moves": [{"position": 15, "shift": "RAISED"}, {"position": 16, "shift": "LOWERED"}]}],
                         "next": null}
                        """.formatted(
                        HAPPIER, NPS, SUPPORT, CSAT, keyResult(4)));
    }

    @Test
    void narrowsToATeam() throws Exception {
        assertThat(keyResults("cycle=" + CYCLE + "&team=" + SALES))
                .containsExactly(keyResult(4).toString());
        assertThat(keyResults("cycle=" + CYCLE + "&team=" + new UUID(9, 9))).isEmpty();
        assertThat(keyResults("cycle=" + PAST)).isEmpty();
    }

    @Test
    void pagesThroughThemAll() throws Exception {
        var page = get("cycle=" + CYCLE + "&limit=2").getResponse().getContentAsString();
        String next = JsonPath.read(page, "$.next");

        assertThat(keyResults("cycle=" + CYCLE + "&limit=2&after=" + next))
                .containsExactly(keyResult(4).toString());
    }

    @Test
    void needsACycleThatThereIs() {
        assertThat(mvc.get().uri("/api/analytics/goalposts?cycle=" + new UUID(9, 9)))
                .hasStatus(404)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("unknown-cycle");
        assertThat(mvc.get().uri("/api/analytics/goalposts?cycle=" + CYCLE + "&owner=ada"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("unknown-parameter");
    }

    private List<String> keyResults(String query) throws Exception {
        return JsonPath.read(get(query).getResponse().getContentAsString(), "$.items[*].keyResultId");
    }

    private MvcTestResult get(String query) {
        var answer = mvc.get()
                .uri("/api/analytics/goalposts?" + query + "&wait=10s&minPosition=" + HEAD)
                .exchange();
        assertThat(answer).hasStatusOk();
        return answer;
    }

    private static KeyResultAdded deals() {
        return new KeyResultAdded(objective(2), keyResult(4), "Deals", NPS_32_TO_50, ADA, 1, Ambition.COMMITTED);
    }

    private static KeyResultTargetAdjusted dealsMoved(Metric from, Metric to) {
        return new KeyResultTargetAdjusted(objective(2), keyResult(4), from, to, "Second thoughts");
    }
}

package io.okrledger.query.quality;

import static io.okrledger.query.measure.Story.ADA;
import static io.okrledger.query.measure.Story.CYCLE;
import static io.okrledger.query.measure.Story.GOAL;
import static io.okrledger.query.measure.Story.HAPPIER;
import static io.okrledger.query.measure.Story.SUPPORT;
import static io.okrledger.query.measure.Story.created;
import static io.okrledger.query.measure.Story.keyResult;
import static io.okrledger.query.measure.Story.number;
import static io.okrledger.query.measure.Story.objective;
import static io.okrledger.query.measure.Story.planned;
import static io.okrledger.query.support.Happening.fact;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.cycle.CycleOpened;
import io.okrledger.events.goal.GoalDefined;
import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.ObjectiveAbandoned;
import io.okrledger.events.objective.ObjectiveGraded;
import io.okrledger.events.scoring.Ambition;
import io.okrledger.events.scoring.Metric;
import io.okrledger.events.team.TeamId;
import io.okrledger.events.team.TeamRegistered;
import io.okrledger.events.team.TeamRetired;
import io.okrledger.query.support.QuerySideTest;
import io.okrledger.query.support.TestLedger;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The findings as they are read through HTTP, on the Monday after the first check-ins were due. */
@QuerySideTest
@TestPropertySource(properties = "okr.clock=2026-10-05T12:00:00Z")
class QualityTest {

    private static final TeamId SALES = new TeamId(new UUID(0, 0xD));
    private static final CycleId LAST = new CycleId(new UUID(0, 0xE));
    private static final CycleId LAST_BUT_ONE = new CycleId(new UUID(0, 0xF));
    private static final int HEAD = 18;

    private final MockMvcTester mvc;

    @Autowired
    QualityTest(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    @BeforeAll
    static void play(@Autowired TestLedger ledger) {
        ledger.append(
                fact(new GoalDefined(GOAL, "Grow", null, ADA)),
                fact(new TeamRegistered(SUPPORT, "Support", null)),
                fact(new TeamRegistered(SALES, "Sales", null)),
                fact(planned(LAST_BUT_ONE, "2026-Q2", "2026-04-01", "2026-06-30")),
                fact(created(objective(8), LAST_BUT_ONE, SALES, GOAL)).at("2026-04-01T09:00:00Z"),
                fact(new ObjectiveGraded(objective(8), LAST_BUT_ONE, 1, number("0.96"), List.of()))
                        .at("2026-07-01T09:00:00Z"),
                fact(planned(LAST, "2026-Q3", "2026-07-01", "2026-09-30")),
                fact(created(objective(9), LAST, SALES, GOAL)).at("2026-07-01T09:00:00Z"),
                fact(new ObjectiveGraded(objective(9), LAST, 1, number("0.98"), List.of()))
                        .at("2026-10-01T09:00:00Z"),
                fact(planned()),
                fact(new CycleOpened(CYCLE)),
                fact(created()),
                fact(added(1, "Ship v2", "release", "1")),
                fact(created(objective(2), CYCLE, SALES, null)).at("2026-10-02T09:00:00Z"),
                fact(created(objective(3), CYCLE, SALES, null)),
                fact(new ObjectiveAbandoned(objective(3), "Overtaken")),
                fact(added(2, "Hire 5 engineers", "engineers", "5")),
                fact(new TeamRetired(SUPPORT, "Merged")).at("2026-10-04T09:00:00Z"));
    }

    @Test
    void listsFindingsWithTheirEvidenceAndSinceWhen() {
        assertThat(get("cycle=" + CYCLE)).bodyJson().isLenientlyEqualTo("""
                        {"items": [
                          {"rule": "sandbagged", "severity": "INFO", "objectiveId": null, "keyResultId": null,
                           "ownerId": null, "teamId": "%s", "since": "2026-10-01T09:00:00Z", "ruleVersion": 2,
                           "evidence": {"cycles": ["%s", "%s"], "means": [0.98, 0.96]}},
                          {"rule": "owner-unassigned-person", "objectiveId": "%s", "teamId": "%s",
                           "since": "2026-10-04T09:00:00Z"},
                          {"rule": "key-result-looks-like-task", "severity": "WARN", "keyResultId": "%s",
                           "ownerId": "ada", "since": "2026-10-01T09:00:00Z",
                           "sentence": "'Ship v2' is something to do. What will be different once it is done?",
                           "evidence": {"title": "Ship v2", "unit": "release", "numbers": {"baseline": 0, "target": 1}}},
                          {"rule": "stale", "evidence": {"lastCheckInAt": "never", "staleAfterDays": 14}},
                          {"rule": "key-result-counts-output"},
                          {"rule": "stale"},
                          {"rule": "not-linked-to-goal", "objectiveId": "%s", "since": "2026-10-02T09:00:00Z"}],
                         "next": null}
                        """.formatted(
                        SALES, LAST, LAST_BUT_ONE, HAPPIER, SUPPORT, keyResult(1), objective(2)));
    }

    @Test
    void narrowsToWhatConcernsATeam() throws Exception {
        assertThat(rules("cycle=" + CYCLE + "&team=" + SALES)).containsExactly("sandbagged", "not-linked-to-goal");
        assertThat(rules("cycle=" + CYCLE + "&team=" + new UUID(9, 9))).isEmpty();
    }

    @Test
    void pagesThroughThemAll() throws Exception {
        var page = get("cycle=" + CYCLE + "&limit=5").getResponse().getContentAsString();
        String next = JsonPath.read(page, "$.next");

        assertThat(rules("cycle=" + CYCLE + "&limit=5&after=" + next)).containsExactly("stale", "not-linked-to-goal");
    }

    @Test
    void needsACycleThatThereIs() {
        assertThat(mvc.get().uri("/api/analytics/quality?cycle=" + new UUID(9, 9)))
                .hasStatus(404)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("unknown-cycle");
        assertThat(mvc.get().uri("/api/analytics/quality"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("missing-parameter");
    }

    private List<String> rules(String query) throws Exception {
        return JsonPath.read(get(query).getResponse().getContentAsString(), "$.items[*].rule");
    }

    private MvcTestResult get(String query) {
        var answer = mvc.get()
                .uri("/api/analytics/quality?" + query + "&wait=10s&minPosition=" + HEAD)
                .exchange();
        assertThat(answer).hasStatusOk();
        return answer;
    }

    private static KeyResultAdded added(int number, String title, String unit, String target) {
        var metric = new Metric.Reach(unit, number("0"), number(target));
        return new KeyResultAdded(HAPPIER, keyResult(number), title, metric, ADA, 1, Ambition.COMMITTED);
    }
}

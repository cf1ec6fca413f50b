package io.okrledger.query.alignment;

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
import static io.okrledger.query.measure.Story.created;
import static io.okrledger.query.measure.Story.dropped;
import static io.okrledger.query.measure.Story.objective;
import static io.okrledger.query.measure.Story.planned;
import static io.okrledger.query.support.Happening.fact;
import static org.assertj.core.api.Assertions.assertThat;

import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.goal.GoalDefined;
import io.okrledger.events.goal.GoalId;
import io.okrledger.events.objective.Alignment;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.ObjectiveAbandoned;
import io.okrledger.events.objective.ObjectiveAligned;
import io.okrledger.events.objective.ObjectiveCreated;
import io.okrledger.events.scoring.Ambition;
import io.okrledger.query.support.QuerySideTest;
import io.okrledger.query.support.TestLedger;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** How a quarter hangs together with the year, as it is read through HTTP. */
@QuerySideTest
class AlignmentTest {

    private static final CycleId YEAR = new CycleId(new UUID(0, 0xE));
    private static final GoalId OTHER_GOAL = new GoalId(new UUID(0, 0xF));
    private static final int HEAD = 18;

    private final MockMvcTester mvc;

    @Autowired
    AlignmentTest(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    @BeforeAll
    static void play(@Autowired TestLedger ledger) {
        ledger.append(
                fact(new GoalDefined(GOAL, "Grow", null, ADA)),
                fact(new GoalDefined(OTHER_GOAL, "Shrink", null, ADA)),
                fact(planned(YEAR, "2026", "2026-01-01", "2026-12-31")),
                fact(planned()),
                fact(objectiveOf(9, YEAR, GOAL, null, null)),
                fact(objectiveOf(8, YEAR, OTHER_GOAL, null, null)),
                fact(created()),
                fact(added(NPS, NPS_32_TO_50, 1)),
                fact(added(CSAT, CSAT_AT_LEAST_4_8, 1)),
                fact(dropped(CSAT)),
                fact(checkedIn(NPS, 41, "41")),
                fact(objectiveOf(2, CYCLE, GOAL, 1, NPS)),
                fact(objectiveOf(3, CYCLE, GOAL, 9, null)),
                fact(objectiveOf(4, CYCLE, GOAL, 3, null)),
                fact(new ObjectiveAbandoned(objective(4), "Overtaken")),
                fact(objectiveOf(5, CYCLE, null, 6, null)),
                fact(objectiveOf(6, CYCLE, null, null, null)),
                fact(new ObjectiveAligned(objective(6), null, null, null, new Alignment(objective(5), null))));
    }

    @Test
    void showsAQuarterAsATreeWithWhatItHangsOn() {
        assertThat(get(CYCLE)).bodyJson().isLenientlyEqualTo("""
                        {"cycle": {"id": "%s", "name": "2026-Q4"},
                         "goals": [
                          {"goalId": "%s", "title": "Grow", "ownerId": "ada", "outcome": null, "serving": 3, "score": 0.5,
                           "objectives": [
                            {"objectiveId": "%s", "title": "Happier customers", "otherCycle": false, "alignedTo": null,
                             "cut": null, "abandoned": false, "score": 0.5, "measured": "1/1", "objectives": [],
                             "keyResults": [
                              {"keyResultId": "%s", "score": 0.5, "measured": true, "dropped": false,
                               "objectives": [
                                {"objectiveId": "%s", "score": null, "measured": "0/0",
                                 "alignedTo": {"objectiveId": "%s", "keyResultId": "%s"}}]},
                              {"keyResultId": "%s", "measured": false, "dropped": true, "objectives": []}]},
                            {"objectiveId": "%s", "cycleId": "%s", "otherCycle": true,
                             "objectives": [
                              {"objectiveId": "%s", "otherCycle": false, "cut": null,
                               "objectives": [{"objectiveId": "%s", "abandoned": true}]}]}]}],
                         "unlinked": [
                          {"objectiveId": "%s", "cut": "LOOP", "alignedTo": {"objectiveId": "%s"},
                           "objectives": [{"objectiveId": "%s", "cut": null, "objectives": []}]}]}
                        """.formatted(
                        CYCLE,
                        GOAL,
                        HAPPIER,
                        NPS,
                        objective(2),
                        HAPPIER,
                        NPS,
                        CSAT,
                        objective(9),
                        YEAR,
                        objective(3),
                        objective(4),
                        objective(5),
                        objective(6),
                        objective(6)));
    }

    @Test
    void showsAYearAsATreeWithWhatHangsOnIt() {
        assertThat(get(YEAR)).bodyJson().isLenientlyEqualTo("""
                        {"cycle": {"name": "2026"},
                         "goals": [
                          {"goalId": "%s", "serving": 1, "score": null,
                           "objectives": [
                            {"objectiveId": "%s", "otherCycle": false,
                             "objectives": [
                              {"objectiveId": "%s", "otherCycle": true,
                               "objectives": [{"objectiveId": "%s", "otherCycle": true}]}]}]},
                          {"goalId": "%s", "objectives": [{"objectiveId": "%s"}]}],
                         "unlinked": []}
                        """.formatted(
                        GOAL, objective(9), objective(3), objective(4), OTHER_GOAL, objective(8)));
    }

    @Test
    void needsACycleThatThereIs() {
        assertThat(mvc.get().uri("/api/alignment?cycle=" + new UUID(9, 9)))
                .hasStatus(404)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("unknown-cycle");
        assertThat(mvc.get().uri("/api/alignment?cycle=" + CYCLE + "&limit=5"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("unknown-parameter");
    }

    private MvcTestResult get(CycleId cycle) {
        var answer = mvc.get()
                .uri("/api/alignment?cycle=" + cycle + "&wait=10s&minPosition=" + HEAD)
                .exchange();
        assertThat(answer).hasStatusOk();
        return answer;
    }

    private static ObjectiveCreated objectiveOf(
            int number, CycleId cycle, GoalId goal, Integer parent, KeyResultId keyResultId) {
        var alignedTo = parent == null ? null : new Alignment(objective(parent), keyResultId);
        return new ObjectiveCreated(
                objective(number), cycle, SUPPORT, ADA, "Objective", null, Ambition.COMMITTED, goal, alignedTo);
    }
}

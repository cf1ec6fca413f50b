package io.okrledger.query.goals;

import static io.okrledger.query.support.Happening.fact;
import static io.okrledger.query.support.Sample.ADA;
import static io.okrledger.query.support.Sample.BO;
import static io.okrledger.query.support.Sample.GOAL;
import static io.okrledger.query.support.Sample.GOAL_ENDED;
import static io.okrledger.query.support.Sample.GOAL_ID;
import static io.okrledger.query.support.Sample.GOAL_REWORDED;
import static io.okrledger.query.support.Sample.GOAL_TO_BO;

import io.okrledger.events.goal.GoalOutcome;
import io.okrledger.query.goals.GoalView.Ending;
import io.okrledger.query.support.ProjectionFixture;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class GoalProjectionTest {

    private static final Instant FIRST = Instant.parse("2026-10-01T09:00:00Z");

    private final ProjectionFixture<GoalView> goals = ProjectionFixture.of(GoalProjection::new, GoalProjection::open);

    @Test
    void isWhatWasDefined() {
        goals.given(fact(GOAL))
                .then(new GoalView(GOAL_ID.toString(), "Be the first choice", null, ADA, null, false, 0, FIRST, FIRST));
    }

    @Test
    void followsItsWordsAndItsOwnerToItsEnd() {
        var ended = Instant.parse("2026-12-01T09:00:00Z");
        goals.given(
                        fact(GOAL),
                        fact(GOAL_REWORDED),
                        fact(GOAL_TO_BO),
                        fact(GOAL_ENDED).at(ended.toString()))
                .then(new GoalView(
                        GOAL_ID.toString(),
                        "Be recommended",
                        "By those who know us",
                        BO,
                        new Ending(GoalOutcome.ACHIEVED, "Nine of ten do", ended),
                        false,
                        3,
                        FIRST,
                        ended));
    }

    @Test
    void tellsThatItWasImportedWithTheDatesThatTheImportClaims() {
        var claimed = Instant.parse("2025-01-07T08:00:00Z");
        goals.given(fact(GOAL).importedAs(claimed.toString()))
                .then(new GoalView(
                        GOAL_ID.toString(), "Be the first choice", null, ADA, null, true, 0, claimed, claimed));
    }
}

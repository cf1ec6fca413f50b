package io.okrledger.query.ownership;

import static io.okrledger.query.support.Happening.fact;
import static io.okrledger.query.support.Sample.ABANDONED;
import static io.okrledger.query.support.Sample.ADA;
import static io.okrledger.query.support.Sample.BO;
import static io.okrledger.query.support.Sample.CYCLE_ID;
import static io.okrledger.query.support.Sample.FROM_32_TO_50;
import static io.okrledger.query.support.Sample.GOAL;
import static io.okrledger.query.support.Sample.GOAL_ENDED;
import static io.okrledger.query.support.Sample.GOAL_ID;
import static io.okrledger.query.support.Sample.GOAL_REWORDED;
import static io.okrledger.query.support.Sample.GOAL_TO_BO;
import static io.okrledger.query.support.Sample.NPS;
import static io.okrledger.query.support.Sample.NPS_DROPPED;
import static io.okrledger.query.support.Sample.NPS_ID;
import static io.okrledger.query.support.Sample.NPS_REWORDED;
import static io.okrledger.query.support.Sample.NPS_TO_BO;
import static io.okrledger.query.support.Sample.OBJECTIVE;
import static io.okrledger.query.support.Sample.OBJECTIVE_ID;
import static io.okrledger.query.support.Sample.REWORDED;
import static io.okrledger.query.support.Sample.TO_BO;
import static io.okrledger.query.support.Sample.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.scoring.Ambition;
import io.okrledger.query.support.ProjectionFixture;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnershipProjectionTest {

    private static final Instant FIRST = Instant.parse("2026-10-01T09:00:00Z");
    private static final Instant SECOND = Instant.parse("2026-10-12T09:00:00Z");
    private static final Instant THIRD = Instant.parse("2026-10-19T09:00:00Z");
    private static final KeyResultId CSAT_ID = new KeyResultId(id(7));
    private static final KeyResultAdded CSAT =
            new KeyResultAdded(OBJECTIVE_ID, CSAT_ID, "CSAT", FROM_32_TO_50, BO, 1, Ambition.COMMITTED);

    private final ProjectionFixture<TenureView> tenures =
            ProjectionFixture.of(OwnershipProjection::new, OwnershipProjection::openTenures);
    private final ProjectionFixture<OwnershipView> streams =
            ProjectionFixture.of(OwnershipProjection::new, OwnershipProjection::open);

    @Test
    void endsATenureWhereTheNextOneBegins() {
        tenures.given(
                        fact(OBJECTIVE),
                        fact(NPS).by("cleo"),
                        fact(NPS_TO_BO).at(SECOND.toString()).by("cleo"),
                        fact(TO_BO).at(THIRD.toString()))
                .then(
                        new TenureView(
                                "0000000000000001",
                                null,
                                OBJECTIVE_ID,
                                null,
                                ADA,
                                FIRST,
                                THIRD,
                                Ending.REASSIGNED,
                                1,
                                false,
                                "ada",
                                null),
                        new TenureView(
                                "0000000000000002",
                                null,
                                OBJECTIVE_ID,
                                NPS_ID,
                                ADA,
                                FIRST,
                                SECOND,
                                Ending.REASSIGNED,
                                2,
                                false,
                                "cleo",
                                null),
                        new TenureView(
                                "0000000000000003",
                                null,
                                OBJECTIVE_ID,
                                NPS_ID,
                                BO,
                                SECOND,
                                null,
                                null,
                                3,
                                false,
                                "cleo",
                                "Ada is on leave"),
                        new TenureView(
                                "0000000000000004",
                                null,
                                OBJECTIVE_ID,
                                null,
                                BO,
                                THIRD,
                                null,
                                null,
                                4,
                                false,
                                "ada",
                                null));
    }

    @Test
    void endsTheTenuresOfAGoalWithIt() {
        var rows = tenures.given(
                        fact(GOAL).importedAs("2025-01-07T08:00:00Z"),
                        fact(GOAL_TO_BO).at(SECOND.toString()),
                        fact(GOAL_ENDED).at(THIRD.toString()))
                .views();
        assertThat(rows)
                .extracting(
                        TenureView::goalId, TenureView::ownerId, TenureView::from, TenureView::to, TenureView::ending)
                .containsExactly(
                        tuple(GOAL_ID, ADA, Instant.parse("2025-01-07T08:00:00Z"), SECOND, Ending.REASSIGNED),
                        tuple(GOAL_ID, BO, SECOND, THIRD, Ending.GOAL_ENDED));
        assertThat(rows).extracting(TenureView::imported).containsExactly(true, false);
    }

    @Test
    void endsWhatIsDroppedAndWithAnObjectiveAllThatIsLeft() {
        assertThat(tenures.given(
                                fact(OBJECTIVE),
                                fact(NPS),
                                fact(CSAT),
                                fact(NPS_DROPPED).at(SECOND.toString()),
                                fact(ABANDONED).at(THIRD.toString()))
                        .views())
                .extracting(TenureView::keyResultId, TenureView::to, TenureView::ending)
                .containsExactly(
                        tuple(null, THIRD, Ending.ABANDONED),
                        tuple(NPS_ID, SECOND, Ending.DROPPED),
                        tuple(CSAT_ID, THIRD, Ending.ABANDONED));
    }

    @Test
    void keepsWhatAStreamHasThatSomebodyOwns() {
        streams.given(
                        fact(OBJECTIVE),
                        fact(NPS),
                        fact(CSAT),
                        fact(REWORDED),
                        fact(NPS_REWORDED),
                        fact(NPS_TO_BO),
                        fact(NPS_DROPPED))
                .then(new OwnershipView(
                        OBJECTIVE_ID.toString(),
                        CYCLE_ID,
                        List.of(
                                new Owned(OBJECTIVE_ID.toString(), "Customers praise us", "0000000000000001"),
                                new Owned(NPS_ID.toString(), "Recommendations", null),
                                new Owned(CSAT_ID.toString(), "CSAT", "0000000000000003"))));
        streams.given(fact(GOAL), fact(GOAL_REWORDED))
                .then(new OwnershipView(
                        GOAL_ID.toString(),
                        null,
                        List.of(new Owned(GOAL_ID.toString(), "Be recommended", "0000000000000001"))));
    }
}

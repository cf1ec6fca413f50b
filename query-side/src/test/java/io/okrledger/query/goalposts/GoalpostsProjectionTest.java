package io.okrledger.query.goalposts;

import static io.okrledger.query.measure.Story.NPS;
import static io.okrledger.query.measure.Story.NPS_32_TO_50;
import static io.okrledger.query.measure.Story.added;
import static io.okrledger.query.measure.Story.adjusted;
import static io.okrledger.query.measure.Story.created;
import static io.okrledger.query.measure.Story.number;
import static io.okrledger.query.support.Happening.fact;

import io.okrledger.events.scoring.Metric;
import io.okrledger.query.measure.Shift;
import io.okrledger.query.support.ProjectionFixture;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class GoalpostsProjectionTest {

    private static final Metric TO_60 = new Metric.Reach("points", number("32"), number("60"));

    @Test
    void keepsEveryMove() {
        ProjectionFixture.of(GoalpostsProjection::new, GoalpostsProjection::open)
                .given(
                        fact(created()),
                        fact(added(NPS, NPS_32_TO_50)),
                        fact(adjusted(NPS, NPS_32_TO_50, TO_60))
                                .at("2026-10-12T09:00:00Z")
                                .by("cleo"),
                        fact(adjusted(NPS, TO_60, NPS_32_TO_50))
                                .at("2027-02-01T09:00:00Z")
                                .importedAs("2026-10-13T09:00:00Z"))
                .then(
                        new MoveView(
                                "0000000000000003",
                                NPS,
                                3,
                                Instant.parse("2026-10-12T09:00:00Z"),
                                false,
                                "cleo",
                                NPS_32_TO_50,
                                TO_60,
                                Shift.RAISED,
                                "Board decision"),
                        new MoveView(
                                "0000000000000004",
                                NPS,
                                4,
                                Instant.parse("2026-10-13T09:00:00Z"),
                                true,
                                "ada",
                                TO_60,
                                NPS_32_TO_50,
                                Shift.LOWERED,
                                "Board decision"));
    }
}

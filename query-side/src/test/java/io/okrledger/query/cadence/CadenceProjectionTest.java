package io.okrledger.query.cadence;

import static io.okrledger.query.measure.Story.ADA;
import static io.okrledger.query.measure.Story.BO;
import static io.okrledger.query.measure.Story.CYCLE;
import static io.okrledger.query.measure.Story.HAPPIER;
import static io.okrledger.query.measure.Story.NPS;
import static io.okrledger.query.measure.Story.NPS_32_TO_50;
import static io.okrledger.query.measure.Story.SUPPORT;
import static io.okrledger.query.measure.Story.added;
import static io.okrledger.query.measure.Story.checkIn;
import static io.okrledger.query.measure.Story.checkedIn;
import static io.okrledger.query.measure.Story.created;
import static io.okrledger.query.measure.Story.number;
import static io.okrledger.query.measure.Story.toBo;
import static io.okrledger.query.measure.Story.week;
import static io.okrledger.query.support.Happening.fact;

import io.okrledger.query.cadence.ReviewedKeyResult.Tenure;
import io.okrledger.query.measure.Measure;
import io.okrledger.query.measure.WeekReading;
import io.okrledger.query.support.ProjectionFixture;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CadenceProjectionTest {

    @Test
    void keepsWhenEachWeekWasServedAndWhoOwnedItWhen() {
        var first = Instant.parse("2026-10-01T10:00:00Z");
        var served = Instant.parse("2026-10-09T14:00:00Z");
        var handedOver = Instant.parse("2026-10-14T09:00:00Z");
        ProjectionFixture.of(CadenceProjection::new, CadenceProjection::open)
                .given(
                        fact(created()),
                        fact(added(NPS, NPS_32_TO_50)).at(first.toString()),
                        fact(checkedIn(NPS, 41, "40", 1)).at(served.toString()),
                        fact(checkedIn(NPS, 41, "41", 2)).at("2026-10-12T08:00:00Z"),
                        fact(toBo(NPS)).at(handedOver.toString()))
                .then(new CadenceView(
                        HAPPIER.toString(),
                        CYCLE,
                        SUPPORT,
                        List.of(new ReviewedKeyResult(
                                NPS,
                                "Key result",
                                first,
                                List.of(new Tenure(ADA, first), new Tenure(BO, handedOver)),
                                new Measure(
                                        NPS_32_TO_50,
                                        NPS_32_TO_50,
                                        List.of(new WeekReading(week(41), checkIn(2), number("41"), 7, served)),
                                        Instant.parse("2026-10-12T08:00:00Z"))))));
    }
}

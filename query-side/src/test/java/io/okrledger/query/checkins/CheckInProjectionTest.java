package io.okrledger.query.checkins;

import static io.okrledger.query.support.Happening.fact;
import static io.okrledger.query.support.Sample.CHECK_IN_ID;
import static io.okrledger.query.support.Sample.CORRECTION;
import static io.okrledger.query.support.Sample.NPS_ID;
import static io.okrledger.query.support.Sample.OBJECTIVE_ID;
import static io.okrledger.query.support.Sample.WEEK_41;
import static io.okrledger.query.support.Sample.checkIn;
import static io.okrledger.query.support.Sample.reading;

import io.okrledger.query.checkins.CheckInView.Correction;
import io.okrledger.query.support.ProjectionFixture;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckInProjectionTest {

    private final ProjectionFixture<CheckInView> checkIns =
            ProjectionFixture.of(CheckInProjection::new, CheckInProjection::open);

    @Test
    void keepsWhatWasCorrectedAndWhenItsWeekWasServed() {
        var correctedAt = "2026-10-12T09:00:00Z";
        checkIns.given(
                        fact(checkIn(CHECK_IN_ID, WEEK_41, "41")),
                        fact(CORRECTION).by("bo").at(correctedAt))
                .then(new CheckInView(
                        CHECK_IN_ID.toString(),
                        OBJECTIVE_ID,
                        NPS_ID,
                        WEEK_41,
                        reading("42.5", 7),
                        "ada",
                        Instant.parse("2026-10-01T09:00:00Z"),
                        List.of(new Correction(
                                reading("41", 7),
                                reading("42.5", 7),
                                "typed wrongly",
                                "bo",
                                Instant.parse(correctedAt)))));
    }
}

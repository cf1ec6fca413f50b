package io.okrledger.query.checkins;

import static io.okrledger.query.support.Happening.fact;
import static io.okrledger.query.support.Sample.CHECK_IN_ID;
import static io.okrledger.query.support.Sample.CORRECTION;
import static io.okrledger.query.support.Sample.NPS_ID;
import static io.okrledger.query.support.Sample.OBJECTIVE_ID;
import static io.okrledger.query.support.Sample.WEEK_41;
import static io.okrledger.query.support.Sample.checkIn;
import static io.okrledger.query.support.Sample.reading;
import static io.okrledger.query.support.Sample.retraction;
import static org.assertj.core.api.Assertions.assertThat;

import io.okrledger.query.checkins.CheckInView.Correction;
import io.okrledger.query.checkins.CheckInView.Retraction;
import io.okrledger.query.support.ProjectionFixture;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckInProjectionTest {

    private static final Instant FIRST = Instant.parse("2026-10-01T09:00:00Z");

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
                        FIRST,
                        FIRST,
                        false,
                        List.of(new Correction(
                                reading("41", 7),
                                reading("42.5", 7),
                                "typed wrongly",
                                "bo",
                                Instant.parse(correctedAt))),
                        null));
    }

    @Test
    void keepsWhatWasTakenBackAndWhy() {
        var checkIn = checkIns.given(
                        fact(checkIn(CHECK_IN_ID, WEEK_41, "41")),
                        fact(retraction(CHECK_IN_ID, WEEK_41, "41", null))
                                .by("bo")
                                .at("2026-10-12T09:00:00Z"))
                .only();
        assertThat(checkIn.reading()).isEqualTo(reading("41", 7));
        assertThat(checkIn.retracted())
                .isEqualTo(new Retraction("meant for another", "bo", Instant.parse("2026-10-12T09:00:00Z")));
    }

    @Test
    void tellsWhenAnImportedOneIsSaidToHaveBeenMadeAndWhenItBecameKnown() {
        var checkIn = checkIns.given(fact(checkIn(CHECK_IN_ID, WEEK_41, "41"))
                        .at("2027-03-01T09:00:00Z")
                        .importedAs("2026-10-09T14:00:00Z"))
                .only();
        assertThat(checkIn.imported()).isTrue();
        assertThat(checkIn.at()).isEqualTo("2026-10-09T14:00:00Z");
        assertThat(checkIn.recordedAt()).isEqualTo("2027-03-01T09:00:00Z");
    }
}

package io.okrledger.query.cadence;

import static io.okrledger.query.measure.Story.ADA;
import static io.okrledger.query.measure.Story.BO;
import static io.okrledger.query.measure.Story.CSAT;
import static io.okrledger.query.measure.Story.CSAT_AT_LEAST_4_8;
import static io.okrledger.query.measure.Story.CYCLE;
import static io.okrledger.query.measure.Story.HAPPIER;
import static io.okrledger.query.measure.Story.NPS;
import static io.okrledger.query.measure.Story.NPS_32_TO_50;
import static io.okrledger.query.measure.Story.SUPPORT;
import static io.okrledger.query.measure.Story.abandoned;
import static io.okrledger.query.measure.Story.added;
import static io.okrledger.query.measure.Story.checkIn;
import static io.okrledger.query.measure.Story.checkedIn;
import static io.okrledger.query.measure.Story.created;
import static io.okrledger.query.measure.Story.dropped;
import static io.okrledger.query.measure.Story.number;
import static io.okrledger.query.measure.Story.toBo;
import static io.okrledger.query.measure.Story.week;
import static io.okrledger.query.support.Happening.fact;
import static org.assertj.core.api.Assertions.assertThat;

import io.okrledger.events.objective.KeyResultReworded;
import io.okrledger.query.cadence.ReviewedKeyResult.Tenure;
import io.okrledger.query.measure.Measure;
import io.okrledger.query.measure.WeekReading;
import io.okrledger.query.support.ProjectionFixture;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CadenceProjectionTest {

    private final ProjectionFixture<CadenceView> cadence =
            ProjectionFixture.of(CadenceProjection::new, CadenceProjection::open);

    @Test
    void keepsWhenEachWeekWasServedAndWhoOwnedItWhen() {
        var first = Instant.parse("2026-10-01T10:00:00Z");
        var served = Instant.parse("2026-10-09T14:00:00Z");
        var handedOver = Instant.parse("2026-10-14T09:00:00Z");
        cadence.given(
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
                                null,
                                List.of(new Tenure(ADA, first), new Tenure(BO, handedOver)),
                                new Measure(
                                        NPS_32_TO_50,
                                        NPS_32_TO_50,
                                        List.of(new WeekReading(
                                                week(41),
                                                checkIn(2),
                                                number("41"),
                                                7,
                                                served,
                                                Instant.parse("2026-10-12T08:00:00Z"))))))));
    }

    @Test
    void endsWhatIsDroppedAndWithAnObjectiveAllThatIsLeft() {
        var keyResults = cadence.given(
                        fact(created()),
                        fact(added(NPS, NPS_32_TO_50)),
                        fact(added(CSAT, CSAT_AT_LEAST_4_8)),
                        fact(new KeyResultReworded(HAPPIER, CSAT, "Key result", "Stars")),
                        fact(dropped(NPS)).at("2026-10-14T09:00:00Z"),
                        fact(abandoned()).at("2026-10-21T09:00:00Z"))
                .only()
                .keyResults();
        assertThat(keyResults.get(0).endedAt()).isEqualTo("2026-10-14T09:00:00Z");
        assertThat(keyResults.get(1).endedAt()).isEqualTo("2026-10-21T09:00:00Z");
        assertThat(keyResults.get(1).title()).isEqualTo("Stars");
    }

    @Test
    void takesTheDatesThatAnImportClaims() {
        var keyResult = cadence.given(
                        fact(created()).importedAs("2026-10-01T09:00:00Z"),
                        fact(added(NPS, NPS_32_TO_50))
                                .at("2027-03-01T09:00:00Z")
                                .importedAs("2026-10-01T10:00:00Z"),
                        fact(checkedIn(NPS, 41, "41"))
                                .at("2027-03-01T09:00:01Z")
                                .importedAs("2026-10-09T14:00:00Z"),
                        fact(toBo(NPS)).at("2027-03-01T09:00:02Z").importedAs("2026-10-14T09:00:00Z"))
                .only()
                .keyResults()
                .get(0);
        assertThat(keyResult.addedAt()).isEqualTo("2026-10-01T10:00:00Z");
        assertThat(keyResult.measure().lastCheckInAt()).isEqualTo("2026-10-09T14:00:00Z");
        assertThat(keyResult.ownerAt(Instant.parse("2026-10-13T00:00:00Z"))).isEqualTo(ADA);
        assertThat(keyResult.ownerAt(Instant.parse("2026-10-15T00:00:00Z"))).isEqualTo(BO);
    }
}

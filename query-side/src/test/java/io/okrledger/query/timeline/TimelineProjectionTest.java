package io.okrledger.query.timeline;

import static io.okrledger.query.support.Happening.fact;
import static io.okrledger.query.support.Sample.CHECK_IN_ID;
import static io.okrledger.query.support.Sample.CORRECTION;
import static io.okrledger.query.support.Sample.GRADE;
import static io.okrledger.query.support.Sample.NPS;
import static io.okrledger.query.support.Sample.NPS_ID;
import static io.okrledger.query.support.Sample.NPS_TO_BO;
import static io.okrledger.query.support.Sample.OBJECTIVE;
import static io.okrledger.query.support.Sample.OBJECTIVE_ID;
import static io.okrledger.query.support.Sample.TO_60;
import static io.okrledger.query.support.Sample.TO_BO;
import static io.okrledger.query.support.Sample.WEEK_41;
import static io.okrledger.query.support.Sample.checkIn;
import static io.okrledger.query.support.Sample.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.okrledger.events.objective.KeyResultTargetAdjusted;
import io.okrledger.events.objective.ObjectiveGraded;
import io.okrledger.events.scoring.Metric;
import io.okrledger.query.support.ProjectionFixture;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineProjectionTest {

    private final ProjectionFixture<TimelineView> timeline =
            ProjectionFixture.of(TimelineProjection::new, TimelineProjection::openRows);

    @Test
    void tellsEverythingInTheOrderInWhichItHappened() {
        var rows = timeline.given(
                        fact(OBJECTIVE),
                        fact(NPS),
                        fact(checkIn(CHECK_IN_ID, WEEK_41, "41")),
                        fact(CORRECTION).by("bo"),
                        fact(TO_60),
                        fact(TO_BO),
                        fact(NPS_TO_BO),
                        fact(GRADE).by("ledger"))
                .views();
        assertThat(rows)
                .extracting(TimelineView::sentence)
                .containsExactly(
                        "ada created the objective 'Customers recommend us', owned by ada",
                        "ada added the key result 'NPS', from 32 to 50 points, owned by ada",
                        "ada checked in 'NPS' for 2026-W41: 41, confidence 7",
                        "bo corrected the check-in of 'NPS' for 2026-W41, value from 41 to 42.5: typed wrongly",
                        "ada moved the target of 'NPS' from 50 to 60: board decision",
                        "ada handed the objective from ada to bo",
                        "ada handed 'NPS' from ada to bo: Ada is on leave",
                        "ledger graded the objective: 0.375");
    }

    @Test
    void saysWhereWhenByWhomAndAboutWhat() {
        var rows = timeline.given(
                        fact(OBJECTIVE).at("2026-10-02T08:00:00.123456789Z"),
                        fact(NPS).at("2026-10-03T08:00:00Z").by("bo"))
                .views();
        assertThat(rows)
                .containsExactly(
                        new TimelineView(
                                OBJECTIVE_ID + "-0000000000000001",
                                OBJECTIVE_ID,
                                1,
                                Instant.parse("2026-10-02T08:00:00.123456789Z"),
                                "ada",
                                "objective.created",
                                null,
                                "ada created the objective 'Customers recommend us', owned by ada"),
                        new TimelineView(
                                OBJECTIVE_ID + "-0000000000000002",
                                OBJECTIVE_ID,
                                2,
                                Instant.parse("2026-10-03T08:00:00Z"),
                                "bo",
                                "objective.key-result-added",
                                NPS_ID,
                                "bo added the key result 'NPS', from 32 to 50 points, owned by ada"));
    }

    @Test
    void namesEveryNumberOfAMetricThatMoved() {
        var narrow = new Metric.KeepWithin("", number("10"), number("20"));
        var wide = new Metric.KeepWithin("", number("5.50"), number("100"));
        assertThat(Metrics.moved(narrow, wide, "'Load'"))
                .isEqualTo("the low bound of 'Load' from 10 to 5.5 and the high bound of 'Load' from 20 to 100");
        assertThat(Metrics.moved(narrow, new Metric.KeepAtMost("%", number("4")), "'Load'"))
                .isEqualTo("the metric of 'Load' from between 10 and 20 to at most 4 %");
    }

    @Test
    void doesNotCallMissingDataAScore() {
        var none = new ObjectiveGraded(OBJECTIVE_ID, OBJECTIVE.cycleId(), 1, null, List.of());
        assertThat(Sentences.of(none)).isEqualTo("graded the objective: no score, as it has no key result");
    }

    @Test
    void tellsAMoveOfAKeyResultByItsTitle() {
        var back = new KeyResultTargetAdjusted(OBJECTIVE_ID, NPS_ID, TO_60.newMetric(), TO_60.oldMetric(), "too far");
        assertThat(Sentences.of(back, "NPS")).isEqualTo("moved the target of 'NPS' from 60 to 50: too far");
    }
}

package io.okrledger.query.goalposts;

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
import static io.okrledger.query.measure.Story.adjusted;
import static io.okrledger.query.measure.Story.amended;
import static io.okrledger.query.measure.Story.checkedIn;
import static io.okrledger.query.measure.Story.created;
import static io.okrledger.query.measure.Story.dropped;
import static io.okrledger.query.measure.Story.grade;
import static io.okrledger.query.measure.Story.number;
import static io.okrledger.query.measure.Story.toBo;
import static io.okrledger.query.support.Happening.fact;
import static org.assertj.core.api.Assertions.assertThat;

import io.okrledger.events.objective.KeyResultReworded;
import io.okrledger.events.objective.ObjectiveGraded;
import io.okrledger.events.scoring.Metric;
import io.okrledger.query.measure.Measure;
import io.okrledger.query.measure.Shift;
import io.okrledger.query.support.ProjectionFixture;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoalpostsProjectionTest {

    private static final Metric TO_60 = new Metric.Reach("points", number("32"), number("60"));

    private final ProjectionFixture<GoalpostsView> goalposts =
            ProjectionFixture.of(GoalpostsProjection::new, GoalpostsProjection::open);

    @Test
    void keepsWhatWasPromisedFirstAndWhatIsPromisedNow() {
        goalposts
                .given(
                        fact(created()),
                        fact(added(NPS, NPS_32_TO_50)),
                        fact(added(CSAT, CSAT_AT_LEAST_4_8)),
                        fact(adjusted(NPS, NPS_32_TO_50, TO_60)),
                        fact(adjusted(NPS, TO_60, NPS_32_TO_50)),
                        fact(adjusted(NPS, NPS_32_TO_50, TO_60)))
                .then(new GoalpostsView(
                        HAPPIER.toString(),
                        CYCLE,
                        SUPPORT,
                        false,
                        true,
                        List.of(
                                new AimedKeyResult(
                                        NPS,
                                        "Key result",
                                        ADA,
                                        false,
                                        new Measure(NPS_32_TO_50, TO_60, List.of()),
                                        4L,
                                        null),
                                new AimedKeyResult(
                                        CSAT, "Key result", ADA, false, Measure.of(CSAT_AT_LEAST_4_8), null, null))));
    }

    @Test
    void keepsEveryMove() {
        ProjectionFixture.of(GoalpostsProjection::new, GoalpostsProjection::openMoves)
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

    @Test
    void keepsWhatBecameOfAKeyResult() {
        var view = goalposts
                .given(
                        fact(created()),
                        fact(added(NPS, NPS_32_TO_50)),
                        fact(added(CSAT, CSAT_AT_LEAST_4_8)),
                        fact(checkedIn(NPS, 41, "41")),
                        fact(new KeyResultReworded(HAPPIER, NPS, "Key result", "Promoters")),
                        fact(toBo(NPS)),
                        fact(dropped(CSAT)),
                        fact(new ObjectiveGraded(HAPPIER, CYCLE, 1, number("0.5"), List.of(grade(NPS, "0.5")))),
                        fact(amended(NPS, "0.5", "1")),
                        fact(abandoned()))
                .only();

        var nps = view.keyResults().get(0);
        assertThat(nps.title()).isEqualTo("Promoters");
        assertThat(nps.ownerId()).isEqualTo(BO);
        assertThat(nps.measure().values()).containsExactly(number("41"));
        assertThat(nps.grade()).isEqualTo(number("1"));
        assertThat(nps.dropped()).isFalse();
        assertThat(view.keyResults().get(1).dropped()).isTrue();
        assertThat(view.keyResults().get(1).grade()).isNull();
        assertThat(view.abandoned()).isTrue();
        assertThat(view.moved()).isFalse();
    }
}

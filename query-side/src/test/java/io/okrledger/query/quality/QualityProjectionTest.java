package io.okrledger.query.quality;

import static io.okrledger.query.support.Happening.fact;
import static io.okrledger.query.support.Sample.ADA;
import static io.okrledger.query.support.Sample.CHECK_IN_ID;
import static io.okrledger.query.support.Sample.CORRECTION;
import static io.okrledger.query.support.Sample.CYCLE_ID;
import static io.okrledger.query.support.Sample.FROM_32_TO_50;
import static io.okrledger.query.support.Sample.FROM_32_TO_60;
import static io.okrledger.query.support.Sample.GOAL_ID;
import static io.okrledger.query.support.Sample.GRADE;
import static io.okrledger.query.support.Sample.NPS;
import static io.okrledger.query.support.Sample.NPS_ID;
import static io.okrledger.query.support.Sample.NPS_TO_BO;
import static io.okrledger.query.support.Sample.OBJECTIVE;
import static io.okrledger.query.support.Sample.OBJECTIVE_ID;
import static io.okrledger.query.support.Sample.TEAM;
import static io.okrledger.query.support.Sample.TEAM_ID;
import static io.okrledger.query.support.Sample.TO_60;
import static io.okrledger.query.support.Sample.TO_BO;
import static io.okrledger.query.support.Sample.WEEK_41;
import static io.okrledger.query.support.Sample.checkIn;
import static io.okrledger.query.support.Sample.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.okrledger.events.objective.GradeAmended;
import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.KeyResultDropped;
import io.okrledger.events.objective.KeyResultGrade;
import io.okrledger.events.objective.KeyResultReworded;
import io.okrledger.events.objective.KeyResultTargetAdjusted;
import io.okrledger.events.objective.ObjectiveAbandoned;
import io.okrledger.events.objective.ObjectiveAligned;
import io.okrledger.events.objective.ObjectiveReworded;
import io.okrledger.events.team.TeamRetired;
import io.okrledger.query.quality.rules.QualityView;
import io.okrledger.query.support.ProjectionFixture;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class QualityProjectionTest {

    private final ProjectionFixture<QualityView> quality =
            ProjectionFixture.of(QualityProjection::new, QualityProjection::open);

    @Test
    void keepsWhatTheRulesLookAtAndSinceWhen() {
        var view = quality.given(
                        fact(OBJECTIVE),
                        fact(NPS),
                        fact(checkIn(CHECK_IN_ID, WEEK_41, "41")).at("2026-10-09T12:00:00Z"),
                        fact(CORRECTION),
                        fact(TO_60).at("2026-10-12T12:00:00Z"),
                        fact(new KeyResultReworded(OBJECTIVE_ID, NPS_ID, "NPS", "Promoters"))
                                .at("2026-10-13T12:00:00Z"),
                        fact(NPS_TO_BO).at("2026-10-14T12:00:00Z"),
                        fact(TO_BO).at("2026-10-15T12:00:00Z"),
                        fact(new ObjectiveReworded(OBJECTIVE_ID, OBJECTIVE.title(), "They love us", null, null))
                                .at("2026-10-16T12:00:00Z"),
                        fact(new ObjectiveAligned(OBJECTIVE_ID, GOAL_ID, null, null, null))
                                .at("2026-10-17T12:00:00Z"),
                        fact(GRADE).at("2027-01-02T12:00:00Z"))
                .only();

        assertThat(view.cycleId()).isEqualTo(CYCLE_ID);
        assertThat(view.teamId()).isEqualTo(TEAM_ID);
        assertThat(view.title()).hasToString("Since[value=They love us, at=2026-10-16T12:00:00Z]");
        assertThat(view.owner()).hasToString("Since[value=bo, at=2026-10-15T12:00:00Z]");
        assertThat(view.goalId()).isNull();
        assertThat(view.goalSince()).isEqualTo("2026-10-17T12:00:00Z");
        assertThat(view.gradedAt()).isEqualTo("2027-01-02T12:00:00Z");
        assertThat(view.score()).isEqualTo(number("0.375"));
        var nps = view.keyResults().get(0);
        assertThat(nps.title()).hasToString("Since[value=Promoters, at=2026-10-13T12:00:00Z]");
        assertThat(nps.owner()).hasToString("Since[value=bo, at=2026-10-14T12:00:00Z]");
        assertThat(nps.aimedAt()).isEqualTo("2026-10-12T12:00:00Z");
        assertThat(nps.loweredAt()).isNull();
        assertThat(nps.measure().metric()).isEqualTo(FROM_32_TO_60);
        assertThat(nps.measure().values()).containsExactly(number("42.5"));
    }

    @Test
    void keepsSinceWhenATargetIsLowered() {
        var view = quality.given(
                        fact(OBJECTIVE),
                        fact(new KeyResultAdded(OBJECTIVE_ID, NPS_ID, "NPS", FROM_32_TO_60, ADA, 1, NPS.ambition())),
                        fact(new KeyResultTargetAdjusted(
                                        OBJECTIVE_ID, NPS_ID, FROM_32_TO_60, FROM_32_TO_50, "Too hard"))
                                .at("2026-10-12T12:00:00Z"))
                .only();

        assertThat(view.keyResults().get(0).loweredAt()).isEqualTo("2026-10-12T12:00:00Z");
    }

    @Test
    void keepsWhatWasDroppedOrAbandonedAndWhatAGradeBecame() {
        var old = new KeyResultGrade(NPS_ID, number("0.375"), number("0.375"), true, BigDecimal.ONE, false);
        var view = quality.given(
                        fact(OBJECTIVE),
                        fact(NPS),
                        fact(new KeyResultDropped(OBJECTIVE_ID, NPS_ID, "No data"))
                                .at("2026-10-12T12:00:00Z"),
                        fact(GRADE),
                        fact(new GradeAmended(
                                OBJECTIVE_ID, NPS_ID, old, old, number("0.375"), number("0.5"), "Typing error")),
                        fact(new ObjectiveAbandoned(OBJECTIVE_ID, "Overtaken")))
                .only();

        assertThat(view.keyResults().get(0).droppedAt()).isEqualTo("2026-10-12T12:00:00Z");
        assertThat(view.score()).isEqualTo(number("0.5"));
        assertThat(view.abandoned()).isTrue();
    }

    @Test
    void keepsTheDateThatAnImportClaims() {
        assertThat(quality.given(fact(OBJECTIVE).importedAs("2025-10-01T09:00:00Z"))
                        .only()
                        .createdAt())
                .isEqualTo("2025-10-01T09:00:00Z");
    }

    @Test
    void keepsWhichTeamsWereRetired() {
        ProjectionFixture.of(QualityProjection::new, QualityProjection::openRetiredTeams)
                .given(fact(TEAM), fact(new TeamRetired(TEAM_ID, "Merged")).at("2026-10-12T12:00:00Z"))
                .then(new RetiredTeam(TEAM_ID.toString(), Instant.parse("2026-10-12T12:00:00Z")));
    }
}

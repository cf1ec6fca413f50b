package io.okrledger.query.support;

import io.okrledger.events.calendar.CadencePolicy;
import io.okrledger.events.calendar.IsoWeek;
import io.okrledger.events.cycle.CheckInsPaused;
import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.cycle.CyclePlanned;
import io.okrledger.events.cycle.PauseId;
import io.okrledger.events.goal.GoalDefined;
import io.okrledger.events.goal.GoalEnded;
import io.okrledger.events.goal.GoalId;
import io.okrledger.events.goal.GoalOutcome;
import io.okrledger.events.goal.GoalOwnerReassigned;
import io.okrledger.events.goal.GoalReworded;
import io.okrledger.events.objective.Alignment;
import io.okrledger.events.objective.CarriedKeyResult;
import io.okrledger.events.objective.CheckInCorrected;
import io.okrledger.events.objective.CheckInId;
import io.okrledger.events.objective.CheckInRecorded;
import io.okrledger.events.objective.CheckInRetracted;
import io.okrledger.events.objective.GradeAmended;
import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.KeyResultDropped;
import io.okrledger.events.objective.KeyResultGrade;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.KeyResultOwnerReassigned;
import io.okrledger.events.objective.KeyResultReweighed;
import io.okrledger.events.objective.KeyResultReworded;
import io.okrledger.events.objective.KeyResultTargetAdjusted;
import io.okrledger.events.objective.ObjectiveAbandoned;
import io.okrledger.events.objective.ObjectiveAligned;
import io.okrledger.events.objective.ObjectiveCarriedOver;
import io.okrledger.events.objective.ObjectiveCreated;
import io.okrledger.events.objective.ObjectiveGraded;
import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.events.objective.ObjectiveOwnerReassigned;
import io.okrledger.events.objective.ObjectiveReworded;
import io.okrledger.events.objective.Reading;
import io.okrledger.events.objective.RemainingCheckIns;
import io.okrledger.events.person.PersonId;
import io.okrledger.events.scoring.Ambition;
import io.okrledger.events.scoring.Metric;
import io.okrledger.events.scoring.ScoringPolicy;
import io.okrledger.events.team.TeamId;
import io.okrledger.events.team.TeamMoved;
import io.okrledger.events.team.TeamRegistered;
import io.okrledger.events.team.TeamRenamed;
import io.okrledger.events.team.TeamRetired;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** One quarter of one team, event by event. */
public final class Sample {

    public static final GoalId GOAL_ID = new GoalId(id(1));
    public static final TeamId TEAM_ID = new TeamId(id(2));
    public static final CycleId CYCLE_ID = new CycleId(id(3));
    public static final ObjectiveId OBJECTIVE_ID = new ObjectiveId(id(4));
    public static final KeyResultId NPS_ID = new KeyResultId(id(5));
    public static final CheckInId CHECK_IN_ID = new CheckInId(id(6));
    public static final PersonId ADA = new PersonId("ada");
    public static final PersonId BO = new PersonId("bo");
    public static final IsoWeek WEEK_41 = new IsoWeek(2026, 41);
    public static final Metric.Reach FROM_32_TO_50 = new Metric.Reach("points", number("32"), number("50"));
    public static final Metric.Reach FROM_32_TO_60 = new Metric.Reach("points", number("32"), number("60"));

    public static final GoalDefined GOAL = new GoalDefined(GOAL_ID, "Be the first choice", null, ADA);
    public static final TeamRegistered TEAM = new TeamRegistered(TEAM_ID, "Support", null);
    public static final CyclePlanned CYCLE = new CyclePlanned(
            CYCLE_ID,
            "2026-Q4",
            LocalDate.of(2026, 10, 1),
            LocalDate.of(2026, 12, 31),
            ZoneId.of("Europe/Berlin"),
            CadencePolicy.DEFAULT,
            ScoringPolicy.DEFAULT);
    public static final CheckInsPaused PAUSE = new CheckInsPaused(
            CYCLE_ID, new PauseId(id(14)), LocalDate.of(2026, 12, 21), LocalDate.of(2026, 12, 31), "Holidays");
    public static final ObjectiveCreated OBJECTIVE = new ObjectiveCreated(
            OBJECTIVE_ID, CYCLE_ID, TEAM_ID, ADA, "Customers recommend us", null, Ambition.COMMITTED, GOAL_ID, null);
    public static final KeyResultAdded NPS =
            new KeyResultAdded(OBJECTIVE_ID, NPS_ID, "NPS", FROM_32_TO_50, ADA, 1, Ambition.COMMITTED);
    public static final ObjectiveOwnerReassigned TO_BO = new ObjectiveOwnerReassigned(OBJECTIVE_ID, ADA, BO, null);
    public static final KeyResultOwnerReassigned NPS_TO_BO =
            new KeyResultOwnerReassigned(OBJECTIVE_ID, NPS_ID, ADA, BO, "Ada is on leave");
    public static final KeyResultTargetAdjusted TO_60 =
            new KeyResultTargetAdjusted(OBJECTIVE_ID, NPS_ID, FROM_32_TO_50, FROM_32_TO_60, "board decision");
    public static final CheckInCorrected CORRECTION = new CheckInCorrected(
            OBJECTIVE_ID, NPS_ID, CHECK_IN_ID, WEEK_41, reading("41", 7), reading("42.5", 7), "typed wrongly");
    public static final ObjectiveGraded GRADE = new ObjectiveGraded(
            OBJECTIVE_ID,
            CYCLE_ID,
            1,
            number("0.375"),
            List.of(new KeyResultGrade(NPS_ID, number("0.375"), number("0.375"), true, BigDecimal.ONE, false)));

    public static final GoalReworded GOAL_REWORDED =
            new GoalReworded(GOAL_ID, "Be the first choice", "Be recommended", null, "By those who know us");
    public static final GoalOwnerReassigned GOAL_TO_BO = new GoalOwnerReassigned(GOAL_ID, ADA, BO, "Ada is on leave");
    public static final GoalEnded GOAL_ENDED = new GoalEnded(GOAL_ID, GoalOutcome.ACHIEVED, "Nine of ten do");
    public static final TeamRenamed TEAM_RENAMED = new TeamRenamed(TEAM_ID, "Support", "Care");
    public static final TeamMoved TEAM_MOVED = new TeamMoved(TEAM_ID, null, new TeamId(id(15)));
    public static final TeamRetired TEAM_RETIRED = new TeamRetired(TEAM_ID, "Joined with Sales");
    public static final ObjectiveReworded REWORDED =
            new ObjectiveReworded(OBJECTIVE_ID, "Customers recommend us", "Customers praise us", null, "In public");
    public static final ObjectiveAligned ALIGNED = new ObjectiveAligned(
            OBJECTIVE_ID, GOAL_ID, null, null, new Alignment(new ObjectiveId(id(16)), new KeyResultId(id(17))));
    public static final ObjectiveAbandoned ABANDONED = new ObjectiveAbandoned(OBJECTIVE_ID, "A bot answers first now");
    public static final KeyResultReworded NPS_REWORDED =
            new KeyResultReworded(OBJECTIVE_ID, NPS_ID, "NPS", "Recommendations");
    public static final KeyResultReweighed NPS_REWEIGHED = new KeyResultReweighed(OBJECTIVE_ID, NPS_ID, 1, 3);
    public static final KeyResultDropped NPS_DROPPED =
            new KeyResultDropped(OBJECTIVE_ID, NPS_ID, "Nobody can measure it");
    public static final GradeAmended AMENDMENT = new GradeAmended(
            OBJECTIVE_ID,
            NPS_ID,
            GRADE.keyResults().get(0),
            new KeyResultGrade(NPS_ID, BigDecimal.ONE, number("0.375"), true, BigDecimal.ONE, true),
            number("0.375"),
            BigDecimal.ONE,
            "December came in January");
    public static final ObjectiveCarriedOver CARRIED_OVER = new ObjectiveCarriedOver(
            OBJECTIVE_ID,
            new ObjectiveId(id(18)),
            new CycleId(id(19)),
            List.of(new CarriedKeyResult(NPS_ID, new KeyResultId(id(20)))));

    private Sample() {}

    /** @param remaining what stands for the week then; null for nothing */
    public static CheckInRetracted retraction(
            CheckInId checkInId, IsoWeek week, String value, RemainingCheckIns remaining) {
        return new CheckInRetracted(
                OBJECTIVE_ID, NPS_ID, checkInId, week, reading(value, 7), remaining, "meant for another");
    }

    public static RemainingCheckIns remaining(CheckInId checkInId, String value, String at) {
        return new RemainingCheckIns(checkInId, reading(value, 7), Instant.parse(at), Instant.parse(at));
    }

    public static CheckInRecorded checkIn(CheckInId checkInId, IsoWeek week, String value) {
        return new CheckInRecorded(OBJECTIVE_ID, NPS_ID, checkInId, week, reading(value, 7));
    }

    public static Reading reading(String value, int confidence) {
        return new Reading(number(value), confidence, null);
    }

    public static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    /** Ids whose order is that of their numbers. */
    public static UUID id(int number) {
        return UUID.fromString("01920000-0000-7000-8000-%012d".formatted(number));
    }
}

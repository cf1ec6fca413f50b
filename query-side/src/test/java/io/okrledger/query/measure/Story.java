package io.okrledger.query.measure;

import io.okrledger.events.calendar.CadencePolicy;
import io.okrledger.events.calendar.IsoWeek;
import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.cycle.CyclePlanned;
import io.okrledger.events.cycle.PauseId;
import io.okrledger.events.goal.GoalId;
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
import io.okrledger.events.objective.KeyResultTargetAdjusted;
import io.okrledger.events.objective.ObjectiveAbandoned;
import io.okrledger.events.objective.ObjectiveCreated;
import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.events.objective.Reading;
import io.okrledger.events.objective.RemainingCheckIns;
import io.okrledger.events.person.PersonId;
import io.okrledger.events.scoring.Ambition;
import io.okrledger.events.scoring.Metric;
import io.okrledger.events.scoring.ScoringPolicy;
import io.okrledger.events.team.TeamId;
import io.okrledger.query.cycles.CycleStatus;
import io.okrledger.query.cycles.CycleView;
import io.okrledger.query.cycles.CycleView.ExplainedPause;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** Support wants happier customers. The quarter begins on a Thursday; check-ins are due on Fridays, 17:00 in Berlin. */
public final class Story {

    public static final CycleId CYCLE = new CycleId(new UUID(0, 0xC));
    public static final TeamId SUPPORT = new TeamId(new UUID(0, 0xA));
    public static final GoalId GOAL = new GoalId(new UUID(0, 0xB));
    public static final ObjectiveId HAPPIER = objective(1);
    public static final KeyResultId NPS = keyResult(1);
    public static final KeyResultId RESPONSE = keyResult(2);
    public static final KeyResultId CSAT = keyResult(3);
    public static final PersonId ADA = new PersonId("ada");
    public static final PersonId BO = new PersonId("bo");

    public static final Metric NPS_32_TO_50 = new Metric.Reach("points", number("32"), number("50"));
    public static final Metric RESPONSE_4_TO_HALF = new Metric.Reach("h", number("4"), number("0.5"));
    public static final Metric CSAT_AT_LEAST_4_8 = new Metric.KeepAtLeast("stars", number("4.8"));

    public static final CycleView Q4 = cycle(CycleStatus.OPEN, null, List.of());

    private Story() {}

    public static CycleView closed(String at) {
        return cycle(CycleStatus.CLOSED, Instant.parse(at), List.of());
    }

    public static CycleView paused(String from, String to) {
        var pause = new ExplainedPause(
                new PauseId(new UUID(4, 1)), LocalDate.parse(from), LocalDate.parse(to), "Nobody is there");
        return cycle(CycleStatus.OPEN, null, List.of(pause));
    }

    private static CycleView cycle(CycleStatus status, Instant closedAt, List<ExplainedPause> pauses) {
        var planned = Instant.parse("2026-09-01T09:00:00Z");
        return new CycleView(
                CYCLE.toString(),
                "2026-Q4",
                LocalDate.parse("2026-10-01"),
                LocalDate.parse("2026-12-31"),
                ZoneId.of("Europe/Berlin"),
                CadencePolicy.DEFAULT,
                ScoringPolicy.DEFAULT,
                pauses,
                status,
                planned,
                closedAt,
                false,
                1,
                planned,
                planned);
    }

    public static CyclePlanned planned() {
        return planned(CYCLE, Q4.name(), "2026-10-01", "2026-12-31");
    }

    public static CyclePlanned planned(CycleId id, String name, String startsOn, String endsOn) {
        var from = LocalDate.parse(startsOn);
        return new CyclePlanned(id, name, from, LocalDate.parse(endsOn), Q4.timeZone(), Q4.cadence(), Q4.policy());
    }

    public static ObjectiveId objective(int number) {
        return new ObjectiveId(new UUID(1, number));
    }

    public static KeyResultId keyResult(int number) {
        return new KeyResultId(new UUID(2, number));
    }

    public static CheckInId checkIn(int number) {
        return new CheckInId(new UUID(3, number));
    }

    public static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    public static IsoWeek week(int number) {
        return new IsoWeek(2026, number);
    }

    public static ObjectiveCreated created() {
        return created(HAPPIER, CYCLE, SUPPORT, GOAL);
    }

    public static ObjectiveCreated created(ObjectiveId objectiveId, CycleId cycle, TeamId team, GoalId goal) {
        return new ObjectiveCreated(
                objectiveId, cycle, team, ADA, "Happier customers", null, Ambition.COMMITTED, goal, null);
    }

    public static KeyResultAdded added(KeyResultId id, Metric metric) {
        return added(id, metric, 1);
    }

    public static KeyResultAdded added(KeyResultId id, Metric metric, int weight) {
        return new KeyResultAdded(HAPPIER, id, "Key result", metric, ADA, weight, Ambition.COMMITTED);
    }

    public static KeyResultOwnerReassigned toBo(KeyResultId id) {
        return new KeyResultOwnerReassigned(HAPPIER, id, ADA, BO, "Ada is on leave");
    }

    public static KeyResultTargetAdjusted adjusted(KeyResultId id, Metric from, Metric to) {
        return new KeyResultTargetAdjusted(HAPPIER, id, from, to, "Board decision");
    }

    public static CheckInRecorded checkedIn(KeyResultId id, int week, String value) {
        return checkedIn(id, week, value, 100 * week);
    }

    public static CheckInRecorded checkedIn(KeyResultId id, int week, String value, int number) {
        return new CheckInRecorded(HAPPIER, id, checkIn(number), week(week), reading(value, 7));
    }

    public static CheckInCorrected corrected(KeyResultId id, int week, int number, String from, String to) {
        return new CheckInCorrected(
                HAPPIER, id, checkIn(number), week(week), reading(from, 7), reading(to, 7), "Typing error");
    }

    /** All of the week's check-ins were taken back. */
    public static CheckInRetracted retracted(KeyResultId id, int week, int number, String value) {
        return retracted(id, week, number, value, null);
    }

    public static CheckInRetracted retracted(
            KeyResultId id, int week, int number, String value, RemainingCheckIns remaining) {
        return new CheckInRetracted(
                HAPPIER, id, checkIn(number), week(week), reading(value, 7), remaining, "Meant for another");
    }

    public static KeyResultDropped dropped(KeyResultId id) {
        return new KeyResultDropped(HAPPIER, id, "Nobody can measure it");
    }

    public static ObjectiveAbandoned abandoned() {
        return new ObjectiveAbandoned(HAPPIER, "Another team does it");
    }

    public static GradeAmended amended(KeyResultId id, String from, String to) {
        return new GradeAmended(
                HAPPIER, id, grade(id, from), grade(id, to), number(from), number(to), "December came in January");
    }

    public static KeyResultGrade grade(KeyResultId id, String score) {
        var met = number(score).compareTo(BigDecimal.ONE) >= 0;
        return new KeyResultGrade(id, number(score), number("0.5"), true, BigDecimal.ONE, met);
    }

    public static Reading reading(String value, int confidence) {
        return new Reading(number(value), confidence, null);
    }
}

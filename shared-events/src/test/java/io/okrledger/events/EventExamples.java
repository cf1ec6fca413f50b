package io.okrledger.events;

import io.okrledger.events.calendar.CadencePolicy;
import io.okrledger.events.calendar.IsoWeek;
import io.okrledger.events.cycle.CheckInsPaused;
import io.okrledger.events.cycle.CycleClosed;
import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.cycle.CycleOpened;
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

/** One quarter of a support team, told in one event of each kind: the content of the golden files. */
final class EventExamples {

    private static final GoalId GOAL = GoalId.from("0199e0a0-0000-7000-8000-000000000001");
    private static final TeamId COMPANY = TeamId.from("0199e0a0-0000-7000-8000-000000000002");
    private static final TeamId SUPPORT = TeamId.from("0199e0a0-0000-7000-8000-000000000003");
    private static final CycleId CYCLE = CycleId.from("0199e0a0-0000-7000-8000-000000000004");
    private static final ObjectiveId COMPANY_OBJECTIVE = ObjectiveId.from("0199e0a0-0000-7000-8000-000000000005");
    private static final ObjectiveId OBJECTIVE = ObjectiveId.from("0199e0a0-0000-7000-8000-000000000006");
    private static final KeyResultId COMPANY_NPS = KeyResultId.from("0199e0a0-0000-7000-8000-000000000007");
    private static final KeyResultId FIRST_RESPONSE = KeyResultId.from("0199e0a0-0000-7000-8000-000000000008");
    private static final CheckInId CHECK_IN = CheckInId.from("0199e0a0-0000-7000-8000-000000000009");
    private static final PauseId PAUSE = PauseId.from("0199e0a0-0000-7000-8000-00000000000a");
    private static final KeyResultId EARLIER_RESPONSE = KeyResultId.from("0199e0a0-0000-7000-8000-00000000000b");
    private static final ObjectiveId EARLIER_OBJECTIVE = ObjectiveId.from("0199e0a0-0000-7000-8000-00000000000c");
    private static final CycleId EARLIER_CYCLE = CycleId.from("0199e0a0-0000-7000-8000-00000000000d");
    private static final CheckInId MISPLACED = CheckInId.from("0199e0a0-0000-7000-8000-00000000000e");
    private static final PersonId ANA = new PersonId("ana");
    private static final PersonId BEN = new PersonId("ben");
    private static final Metric FOUR_HOURS_TO_HALF = new Metric.Reach("h", decimal("4"), decimal("0.5"));
    private static final Reading READING =
            new Reading(decimal("3.125"), 7, "New macros for the ten commonest questions");

    static final List<Object> ALL = List.of(
            new GoalReworded(
                    GOAL,
                    "Customers recommend us",
                    "Customers bring us customers",
                    "In every market that we serve",
                    null),
            new GoalOwnerReassigned(GOAL, ANA, BEN, "Ana left the company"),
            new GoalEnded(GOAL, GoalOutcome.ACHIEVED, "Nine of ten new customers come by recommendation"),
            new TeamRenamed(SUPPORT, "Support", "Customer care"),
            new TeamMoved(SUPPORT, COMPANY, null),
            new TeamRetired(SUPPORT, "Support is everybody's work now"),
            new CheckInsPaused(CYCLE, PAUSE, LocalDate.of(2026, 12, 21), LocalDate.of(2026, 12, 31), "Winter break"),
            new ObjectiveReworded(
                    OBJECTIVE,
                    "Nobody waits for an answer",
                    "Nobody waits for a person",
                    "Waiting is the first thing that people complain about",
                    null),
            new ObjectiveAligned(OBJECTIVE, GOAL, GOAL, new Alignment(COMPANY_OBJECTIVE, COMPANY_NPS), null),
            new ObjectiveAbandoned(OBJECTIVE, "A bot answers first now"),
            new ObjectiveCarriedOver(
                    OBJECTIVE,
                    EARLIER_OBJECTIVE,
                    EARLIER_CYCLE,
                    List.of(new CarriedKeyResult(FIRST_RESPONSE, EARLIER_RESPONSE))),
            new KeyResultReworded(
                    OBJECTIVE,
                    FIRST_RESPONSE,
                    "Median first response from 4 h to half an hour",
                    "Half of all customers hear from us within half an hour"),
            new KeyResultReweighed(OBJECTIVE, FIRST_RESPONSE, 3, 1),
            new KeyResultDropped(OBJECTIVE, FIRST_RESPONSE, "Nobody can measure it at night"),
            new CheckInRetracted(
                    OBJECTIVE,
                    FIRST_RESPONSE,
                    MISPLACED,
                    new IsoWeek(2026, 47),
                    new Reading(decimal("2.5"), 8, null),
                    new RemainingCheckIns(
                            CHECK_IN,
                            READING,
                            Instant.parse("2026-11-19T09:00:00Z"),
                            Instant.parse("2026-11-19T09:00:00Z")),
                    "It was meant for another key result"),
            new GradeAmended(
                    OBJECTIVE,
                    FIRST_RESPONSE,
                    new KeyResultGrade(FIRST_RESPONSE, decimal("0.25"), decimal("0.25"), true, decimal("0.7"), false),
                    new KeyResultGrade(FIRST_RESPONSE, decimal("0.75"), decimal("0.25"), true, decimal("0.7"), true),
                    decimal("0.25"),
                    decimal("0.75"),
                    "The December figures came in January"),
            new GoalDefined(GOAL, "Customers recommend us", "In every market that we serve", ANA),
            new TeamRegistered(SUPPORT, "Support", COMPANY),
            new CyclePlanned(
                    CYCLE,
                    "Q4 2026",
                    LocalDate.of(2026, 10, 1),
                    LocalDate.of(2026, 12, 31),
                    ZoneId.of("Europe/Berlin"),
                    CadencePolicy.DEFAULT,
                    ScoringPolicy.DEFAULT),
            new CycleOpened(CYCLE),
            new CycleClosed(CYCLE),
            new ObjectiveCreated(
                    OBJECTIVE,
                    CYCLE,
                    SUPPORT,
                    ANA,
                    "Nobody waits for an answer",
                    "Waiting is the first thing that people complain about",
                    Ambition.ASPIRATIONAL,
                    GOAL,
                    new Alignment(COMPANY_OBJECTIVE, COMPANY_NPS)),
            new ObjectiveOwnerReassigned(OBJECTIVE, ANA, BEN, "Ana is on leave"),
            new ObjectiveGraded(
                    OBJECTIVE,
                    CYCLE,
                    1,
                    decimal("0.25"),
                    List.of(new KeyResultGrade(
                            FIRST_RESPONSE, decimal("0.25"), decimal("0.25"), true, decimal("0.7"), false))),
            new KeyResultAdded(
                    OBJECTIVE,
                    FIRST_RESPONSE,
                    "Median first response from 4 h to half an hour",
                    FOUR_HOURS_TO_HALF,
                    ANA,
                    3,
                    Ambition.ASPIRATIONAL),
            new KeyResultOwnerReassigned(OBJECTIVE, FIRST_RESPONSE, ANA, BEN, null),
            new KeyResultTargetAdjusted(
                    OBJECTIVE,
                    FIRST_RESPONSE,
                    FOUR_HOURS_TO_HALF,
                    new Metric.Reach("h", decimal("4"), decimal("1")),
                    "Half an hour counted the night shift twice"),
            new CheckInRecorded(OBJECTIVE, FIRST_RESPONSE, CHECK_IN, new IsoWeek(2026, 47), READING),
            new CheckInCorrected(
                    OBJECTIVE,
                    FIRST_RESPONSE,
                    CHECK_IN,
                    new IsoWeek(2026, 47),
                    READING,
                    new Reading(decimal("3.25"), 6, null),
                    "Read off the wrong week"));

    private EventExamples() {}

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }
}

package io.okrledger.events;

import io.okrledger.events.calendar.CadencePolicy;
import io.okrledger.events.calendar.IsoWeek;
import io.okrledger.events.cycle.CycleClosed;
import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.cycle.CycleOpened;
import io.okrledger.events.cycle.CyclePlanned;
import io.okrledger.events.goal.GoalDefined;
import io.okrledger.events.goal.GoalId;
import io.okrledger.events.objective.Alignment;
import io.okrledger.events.objective.CheckInCorrected;
import io.okrledger.events.objective.CheckInId;
import io.okrledger.events.objective.CheckInRecorded;
import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.KeyResultGrade;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.KeyResultOwnerReassigned;
import io.okrledger.events.objective.KeyResultTargetAdjusted;
import io.okrledger.events.objective.ObjectiveCreated;
import io.okrledger.events.objective.ObjectiveGraded;
import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.events.objective.ObjectiveOwnerReassigned;
import io.okrledger.events.objective.Reading;
import io.okrledger.events.person.PersonId;
import io.okrledger.events.scoring.Ambition;
import io.okrledger.events.scoring.Metric;
import io.okrledger.events.scoring.ScoringPolicy;
import io.okrledger.events.team.TeamId;
import io.okrledger.events.team.TeamRegistered;
import java.math.BigDecimal;
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
    private static final PersonId ANA = new PersonId("ana");
    private static final PersonId BEN = new PersonId("ben");
    private static final Metric FOUR_HOURS_TO_HALF = new Metric.Reach("h", decimal("4"), decimal("0.5"));
    private static final Reading READING =
            new Reading(decimal("3.125"), 7, "New macros for the ten commonest questions");

    static final List<Object> ALL = List.of(
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

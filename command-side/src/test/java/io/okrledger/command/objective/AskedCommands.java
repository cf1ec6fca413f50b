package io.okrledger.command.objective;

import io.okrledger.command.objective.KeyResultCommand.AdjustKeyResultTarget;
import io.okrledger.command.objective.KeyResultCommand.AmendGrade;
import io.okrledger.command.objective.KeyResultCommand.CorrectCheckIn;
import io.okrledger.command.objective.KeyResultCommand.DropKeyResult;
import io.okrledger.command.objective.KeyResultCommand.ReassignKeyResultOwner;
import io.okrledger.command.objective.KeyResultCommand.RecordCheckIn;
import io.okrledger.command.objective.KeyResultCommand.RetractCheckIn;
import io.okrledger.command.objective.KeyResultCommand.ReweighKeyResult;
import io.okrledger.command.objective.KeyResultCommand.RewordKeyResult;
import io.okrledger.command.objective.ObjectiveCommand.AbandonObjective;
import io.okrledger.command.objective.ObjectiveCommand.AddKeyResult;
import io.okrledger.command.objective.ObjectiveCommand.AlignObjective;
import io.okrledger.command.objective.ObjectiveCommand.CarryOverObjective;
import io.okrledger.command.objective.ObjectiveCommand.Continuation;
import io.okrledger.command.objective.ObjectiveCommand.CreateObjective;
import io.okrledger.command.objective.ObjectiveCommand.GradeObjective;
import io.okrledger.command.objective.ObjectiveCommand.ReassignObjectiveOwner;
import io.okrledger.command.objective.ObjectiveCommand.RewordObjective;
import io.okrledger.command.support.HandOver.HandOverObjective;
import io.okrledger.events.calendar.IsoWeek;
import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.goal.GoalId;
import io.okrledger.events.objective.Alignment;
import io.okrledger.events.objective.CheckInId;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.events.objective.Reading;
import io.okrledger.events.person.PersonId;
import io.okrledger.events.scoring.Adjustment;
import io.okrledger.events.scoring.Ambition;
import io.okrledger.events.scoring.Metric;
import io.okrledger.events.team.TeamId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/** Makes commands about what there is and what there may be: most of them can be obeyed, some must be refused. */
final class AskedCommands {

    private static final Instant NOW = Instant.parse("2026-11-18T10:00:00Z");
    private static final List<PersonId> PEOPLE = List.of(new PersonId("ana"), new PersonId("ben"), new PersonId("cy"));
    private static final List<String> WORDS = List.of("Be quick", "Be kind", "Be known");

    private final List<CycleId> cycles;
    private final List<TeamId> teams;
    private final List<GoalId> goals;
    private final Predicate<ObjectiveId> gradable;
    private final List<ObjectiveId> objectives = new ArrayList<>();
    private final List<KeyResultId> keyResults = new ArrayList<>();
    private final Map<KeyResultId, ObjectiveId> objectiveOf = new HashMap<>();
    private final List<CheckInId> checkIns = new ArrayList<>();
    private final Map<CheckInId, KeyResultId> keyResultOf = new HashMap<>();
    private int ids;
    private Random random = new Random(0);

    /** @param gradable grading is what only the automation asks for, and only after the close */
    AskedCommands(List<CycleId> cycles, List<TeamId> teams, List<GoalId> goals, Predicate<ObjectiveId> gradable) {
        this.cycles = cycles;
        this.teams = teams;
        this.goals = goals;
        this.gradable = gradable;
    }

    /** The command that the number means here. */
    Object next(int number) {
        random = new Random(number);
        if (objectives.isEmpty()) {
            return create();
        }
        var objective = any(objectives);
        return switch (random.nextInt(25)) {
            case 0 -> create();
            case 24 -> handOver(objective);
            case 1 -> new RewordObjective(objective, any(WORDS), random.nextBoolean() ? null : any(WORDS));
            case 2, 3 -> new AlignObjective(objective, goal(), alignment());
            case 4 -> new ReassignObjectiveOwner(objective, any(PEOPLE), null);
            case 5 -> random.nextInt(6) == 0 ? new AbandonObjective(objective, "r") : addKeyResult(objective);
            case 6 -> carryOver(objective);
            case 7, 8 -> gradable.test(objective) ? new GradeObjective(objective) : addKeyResult(objective);
            case 9, 10, 11 -> addKeyResult(objective);
            default -> keyResults.isEmpty() ? addKeyResult(objective) : aboutKeyResult();
        };
    }

    /** From now on commands may be about what this one has made. */
    void obeyed(Object command) {
        if (command instanceof CreateObjective created) {
            objectives.add(created.objectiveId());
        } else if (command instanceof CarryOverObjective carried) {
            objectives.add(carried.successorId());
            carried.keyResults().forEach(taken -> remember(taken.keyResultId(), carried.successorId()));
        } else if (command instanceof AddKeyResult added) {
            remember(added.keyResultId(), added.objectiveId());
        } else if (command instanceof RecordCheckIn recorded) {
            checkIns.add(recorded.checkInId());
            keyResultOf.put(recorded.checkInId(), recorded.keyResultId());
        }
    }

    private HandOverObjective handOver(ObjectiveId objective) {
        var from = random.nextInt(PEOPLE.size());
        var to = (from + 1 + random.nextInt(PEOPLE.size() - 1)) % PEOPLE.size();
        return new HandOverObjective(objective, PEOPLE.get(from), PEOPLE.get(to), "r");
    }

    /** Now and then one that is not the objective's. */
    private Object aboutKeyResult() {
        var keyResult = any(keyResults);
        var objective = random.nextInt(20) == 0 ? any(objectives) : objectiveOf.get(keyResult);
        return switch (random.nextInt(14)) {
            case 0 -> new RewordKeyResult(objective, keyResult, any(WORDS));
            case 1 -> new ReassignKeyResultOwner(objective, keyResult, any(PEOPLE), null);
            case 2, 6 -> new AdjustKeyResultTarget(objective, keyResult, adjustment(), "r");
            case 3 -> new ReweighKeyResult(objective, keyResult, 1 + random.nextInt(100));
            case 4 ->
                random.nextInt(3) == 0
                        ? new DropKeyResult(objective, keyResult, "r")
                        : recordCheckIn(objective, keyResult);
            case 5, 9 -> new AmendGrade(objective, keyResult, BigDecimal.valueOf(random.nextInt(10001), 4), "r");
            case 7, 8, 10 -> checkIns.isEmpty() ? recordCheckIn(objective, keyResult) : aboutCheckIn();
            default -> recordCheckIn(objective, keyResult);
        };
    }

    private Object aboutCheckIn() {
        var checkIn = any(checkIns);
        var keyResult = random.nextInt(20) == 0 ? any(keyResults) : keyResultOf.get(checkIn);
        var objective = objectiveOf.get(keyResult);
        return random.nextBoolean()
                ? new RetractCheckIn(objective, keyResult, checkIn, "r")
                : new CorrectCheckIn(
                        objective, keyResult, checkIn, number(), random.nextBoolean() ? null : 5, null, "r");
    }

    private CreateObjective create() {
        return new CreateObjective(
                made(ObjectiveId::new),
                any(cycles),
                any(teams),
                any(PEOPLE),
                any(WORDS),
                null,
                any(List.of(Ambition.values())),
                goal(),
                alignment());
    }

    private CarryOverObjective carryOver(ObjectiveId ancestor) {
        var taken = keyResults.stream()
                .filter(keyResult -> ancestor.equals(objectiveOf.get(keyResult)) && random.nextInt(3) == 0)
                .map(keyResult -> new Continuation(made(KeyResultId::new), keyResult, adjustment()))
                .toList();
        return new CarryOverObjective(ancestor, made(ObjectiveId::new), any(cycles), taken);
    }

    private AddKeyResult addKeyResult(ObjectiveId objective) {
        var metric = random.nextBoolean()
                ? new Metric.Reach("u", number(), number())
                : new Metric.KeepWithin("u", number(), number());
        return new AddKeyResult(
                objective, made(KeyResultId::new), any(WORDS), metric, any(PEOPLE), 1 + random.nextInt(100), null);
    }

    private RecordCheckIn recordCheckIn(ObjectiveId objective, KeyResultId keyResult) {
        var week = random.nextInt(3) == 0 ? null : new IsoWeek(2026, 14 + random.nextInt(34));
        return new RecordCheckIn(objective, keyResult, made(CheckInId::new), reading(), week, NOW);
    }

    private void remember(KeyResultId keyResult, ObjectiveId objective) {
        keyResults.add(keyResult);
        objectiveOf.put(keyResult, objective);
    }

    private Reading reading() {
        return new Reading(number(), random.nextInt(11), null);
    }

    private Adjustment adjustment() {
        return random.nextBoolean()
                ? new Adjustment(random.nextBoolean() ? null : number(), number(), null, null)
                : new Adjustment(null, null, number(), random.nextBoolean() ? null : number());
    }

    private Alignment alignment() {
        if (objectives.isEmpty() || random.nextInt(3) > 0) {
            return null;
        }
        var keyResult = keyResults.isEmpty() || random.nextInt(3) > 0 ? null : any(keyResults);
        return new Alignment(any(objectives), keyResult);
    }

    private GoalId goal() {
        return random.nextInt(4) > 0 ? null : any(goals);
    }

    private BigDecimal number() {
        return BigDecimal.valueOf(random.nextInt(100) - 20L, 1);
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private <T> T made(Function<UUID, T> id) {
        return id.apply(new UUID(0x0199e0a000007000L, 0x9000000000000000L + ids++));
    }
}

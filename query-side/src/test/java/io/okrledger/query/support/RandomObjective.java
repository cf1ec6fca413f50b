package io.okrledger.query.support;

import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.goal.GoalId;
import io.okrledger.events.objective.Alignment;
import io.okrledger.events.objective.CarriedKeyResult;
import io.okrledger.events.objective.GradeAmended;
import io.okrledger.events.objective.KeyResultGrade;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.ObjectiveAbandoned;
import io.okrledger.events.objective.ObjectiveAligned;
import io.okrledger.events.objective.ObjectiveCarriedOver;
import io.okrledger.events.objective.ObjectiveCreated;
import io.okrledger.events.objective.ObjectiveGraded;
import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.events.objective.ObjectiveOwnerReassigned;
import io.okrledger.events.objective.ObjectiveReworded;
import io.okrledger.events.person.PersonId;
import io.okrledger.events.scoring.Ambition;
import io.okrledger.events.team.TeamId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The stream of one objective in a {@link RandomHistory}. */
final class RandomObjective {

    private static final int ROOM = 10;

    private final RandomHistory history;
    private final ObjectiveId id;
    private final CycleId cycle;
    private final TeamId team;
    private final List<RandomKeyResult> keyResults = new ArrayList<>();
    private final List<KeyResultGrade> grades = new ArrayList<>();
    private PersonId owner;
    private String title;
    private @Nullable String description;
    private @Nullable GoalId goal;
    private @Nullable Alignment alignment;
    private BigDecimal score = BigDecimal.ZERO;
    private boolean closed;
    private boolean ended;

    RandomObjective(RandomHistory history, CycleId cycle, TeamId team, @Nullable GoalId goal) {
        this.history = history;
        this.id = new ObjectiveId(history.nextId());
        this.cycle = cycle;
        this.team = team;
        this.goal = goal;
        owner = history.person();
        title = history.title();
        description = history.note();
        history.happened(new ObjectiveCreated(
                id, cycle, team, owner, title, description, history.any(List.of(Ambition.values())), goal, null));
        addKeyResult();
    }

    ObjectiveId id() {
        return id;
    }

    /** Its successor, which is written as one commit with what it takes along. */
    RandomObjective carriedOver(CycleId later) {
        var successor = new RandomObjective(history, later, team, goal);
        var taken = active().stream()
                .map(ancestor -> new CarriedKeyResult(successor.addKeyResult(), ancestor.id()))
                .toList();
        history.happened(new ObjectiveCarriedOver(successor.id, id, cycle, taken));
        return successor;
    }

    void closeIn(CycleId cycle) {
        closed |= this.cycle.equals(cycle);
    }

    void step(Random random) {
        if (ended) {
            amend(random);
        } else if (closed) {
            grade(random);
        } else if (random.nextInt(4) == 0 || active().isEmpty()) {
            change(random);
        } else {
            history.any(active()).step(random, history.isOpen(cycle));
        }
    }

    private void change(Random random) {
        switch (random.nextInt(12)) {
            case 0 -> abandon();
            case 1, 2 -> reword();
            case 3, 4 -> align(random);
            case 5, 6 -> reassign();
            default -> addKeyResult();
        }
    }

    private KeyResultId addKeyResult() {
        var added = new RandomKeyResult(history, id);
        keyResults.add(added);
        return added.id();
    }

    private void abandon() {
        ended = true;
        history.happened(new ObjectiveAbandoned(id, "Something else came first"));
    }

    private void reword() {
        var oldTitle = title;
        var oldDescription = description;
        title = history.title();
        description = history.note();
        history.happened(new ObjectiveReworded(id, oldTitle, title, oldDescription, description));
    }

    private void align(Random random) {
        var oldGoal = goal;
        var oldAlignment = alignment;
        var parent = history.anyObjective();
        goal = history.anyGoal();
        alignment = parent == this || random.nextInt(3) == 0
                ? null
                : new Alignment(
                        parent.id,
                        random.nextBoolean() || parent.keyResults.isEmpty()
                                ? null
                                : history.any(parent.keyResults).id());
        history.happened(new ObjectiveAligned(id, oldGoal, goal, oldAlignment, alignment));
    }

    private void reassign() {
        var oldOwner = owner;
        owner = history.person();
        history.happened(new ObjectiveOwnerReassigned(id, oldOwner, owner, history.note()));
    }

    private void grade(Random random) {
        ended = true;
        active().forEach(keyResult -> grades.add(grade(keyResult.id(), random)));
        score = Sample.number("0." + random.nextInt(10));
        history.happened(new ObjectiveGraded(id, cycle, 1, grades.isEmpty() ? null : score, grades));
    }

    private void amend(Random random) {
        if (!grades.isEmpty()) {
            var index = random.nextInt(grades.size());
            var oldGrade = grades.get(index);
            var newGrade = grade(oldGrade.keyResultId(), random);
            var oldScore = score;
            score = newGrade.score();
            grades.set(index, newGrade);
            history.happened(
                    new GradeAmended(id, oldGrade.keyResultId(), oldGrade, newGrade, oldScore, score, "It came late"));
        }
    }

    private static KeyResultGrade grade(KeyResultId keyResult, Random random) {
        var score = Sample.number("0." + random.nextInt(10));
        return new KeyResultGrade(keyResult, score, score, random.nextBoolean(), BigDecimal.ONE, random.nextBoolean());
    }

    private List<RandomKeyResult> active() {
        return keyResults.stream()
                .filter(keyResult -> !keyResult.isDropped())
                .limit(ROOM)
                .toList();
    }
}

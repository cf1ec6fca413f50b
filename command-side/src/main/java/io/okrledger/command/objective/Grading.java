package io.okrledger.command.objective;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.okrledger.command.objective.KeyResultCommand.AmendGrade;
import io.okrledger.command.objective.ObjectiveCommand.GradeObjective;
import io.okrledger.command.support.Streams;
import io.okrledger.command.support.problems.Rule;
import io.okrledger.command.support.problems.RuleViolation;
import io.okrledger.events.objective.GradeAmended;
import io.okrledger.events.objective.KeyResultGrade;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.ObjectiveGraded;
import io.okrledger.events.scoring.Decimals;
import io.okrledger.events.scoring.Scoring;
import io.okrledger.events.scoring.Weighted;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.jspecify.annotations.Nullable;

/** The grades of an objective and of its key results. There are none before its cycle is closed. */
final class Grading {

    private final Objective objective;
    private final Map<KeyResultId, KeyResult> keyResults;
    private final Map<KeyResultId, KeyResultGrade> grades = new LinkedHashMap<>();
    private @Nullable BigDecimal score;
    private boolean done;

    Grading(Objective objective, Map<KeyResultId, KeyResult> keyResults) {
        this.objective = objective;
        this.keyResults = keyResults;
    }

    boolean isDone() {
        return done;
    }

    @CommandHandler
    void handle(GradeObjective command, Streams streams) {
        if (done || objective.isAbandoned()) {
            return;
        }
        var cycle = objective.cycle(streams);
        if (!cycle.isClosed()) {
            throw new IllegalStateException(
                    "An objective is graded after its cycle has closed: " + command.objectiveId());
        }
        var active = keyResults.values().stream()
                .filter(KeyResult::isActive)
                .map(keyResult -> keyResult.grade(cycle.policy()))
                .toList();
        apply(new ObjectiveGraded(
                command.objectiveId(), objective.cycleId(), Scoring.RULES_VERSION, score(active), active));
    }

    @CommandHandler
    void handle(AmendGrade command) {
        var before = requireGrade(command.keyResultId());
        var after = amended(before, Decimals.canonical(command.score()));
        if (after.equals(before)) {
            return;
        }
        var all = new LinkedHashMap<>(grades);
        all.put(after.keyResultId(), after);
        apply(new GradeAmended(
                command.objectiveId(),
                after.keyResultId(),
                before,
                after,
                Objects.requireNonNull(score),
                Objects.requireNonNull(score(all.values())),
                command.reason()));
    }

    @EventSourcingHandler
    void on(ObjectiveGraded event) {
        done = true;
        score = event.score();
        event.keyResults().forEach(grade -> grades.put(grade.keyResultId(), grade));
    }

    @EventSourcingHandler
    void on(GradeAmended event) {
        score = event.newScore();
        grades.put(event.keyResultId(), event.newGrade());
    }

    private KeyResultGrade requireGrade(KeyResultId keyResultId) {
        objective.requireNotAbandoned();
        if (!done) {
            throw new RuleViolation(
                    Rule.OBJECTIVE_NOT_GRADED, "There is no grade to amend before the cycle is closed and graded.");
        }
        keyResult(keyResultId).requireActive(null);
        return Objects.requireNonNull(grades.get(keyResultId));
    }

    /** What was measured, and what was expected, is not amended. */
    private static KeyResultGrade amended(KeyResultGrade grade, BigDecimal score) {
        return new KeyResultGrade(
                grade.keyResultId(),
                score,
                grade.progress(),
                grade.measured(),
                grade.expectation(),
                score.compareTo(grade.expectation()) >= 0);
    }

    private @Nullable BigDecimal score(Collection<KeyResultGrade> grades) {
        return Scoring.weightedMean(grades.stream()
                .map(grade -> new Weighted(keyResult(grade.keyResultId()).weight(), grade.score()))
                .toList());
    }

    private KeyResult keyResult(KeyResultId id) {
        return Objects.requireNonNull(keyResults.get(id));
    }
}

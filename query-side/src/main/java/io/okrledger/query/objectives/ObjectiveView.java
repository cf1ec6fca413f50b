package io.okrledger.query.objectives;

import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.goal.GoalId;
import io.okrledger.events.objective.Alignment;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.ObjectiveCreated;
import io.okrledger.events.objective.ObjectiveGraded;
import io.okrledger.events.person.PersonId;
import io.okrledger.events.scoring.Ambition;
import io.okrledger.events.team.TeamId;
import io.okrledger.query.support.Fact;
import io.okrledger.query.support.View;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

record ObjectiveView(
        String id,
        CycleId cycleId,
        TeamId teamId,
        PersonId ownerId,
        String title,
        @Nullable String description,
        Ambition ambition,
        @Nullable GoalId goalId,
        @Nullable Alignment alignedTo,
        List<KeyResultView> keyResults,
        @Nullable Grade grade,
        long version,
        Instant createdAt,
        Instant changedAt)
        implements View {

    /** @param score null when there was no key result */
    record Grade(int rulesVersion, @Nullable BigDecimal score, Instant gradedAt) {}

    static ObjectiveView created(ObjectiveCreated event, Fact fact) {
        return new ObjectiveView(
                event.objectiveId().toString(),
                event.cycleId(),
                event.teamId(),
                event.ownerId(),
                event.title(),
                event.description(),
                event.ambition(),
                event.goalId(),
                event.alignedTo(),
                List.of(),
                null,
                fact.version(),
                fact.at(),
                fact.at());
    }

    Optional<KeyResultView> keyResult(KeyResultId keyResultId) {
        return keyResults.stream().filter(it -> it.id().equals(keyResultId)).findFirst();
    }

    ObjectiveView ownedBy(PersonId owner, Fact fact) {
        return with(owner, keyResults, grade, fact);
    }

    ObjectiveView with(KeyResultView added, Fact fact) {
        var more = new ArrayList<>(keyResults);
        more.add(added);
        return with(ownerId, List.copyOf(more), grade, fact);
    }

    ObjectiveView change(KeyResultId keyResultId, UnaryOperator<KeyResultView> step, Fact fact) {
        var changed = keyResults.stream()
                .map(it -> it.id().equals(keyResultId) ? step.apply(it) : it)
                .toList();
        return with(ownerId, changed, grade, fact);
    }

    ObjectiveView graded(ObjectiveGraded event, Fact fact) {
        var graded = keyResults;
        for (var keyResultGrade : event.keyResults()) {
            graded = graded.stream()
                    .map(it -> it.id().equals(keyResultGrade.keyResultId()) ? it.graded(keyResultGrade, fact) : it)
                    .toList();
        }
        return with(ownerId, graded, new Grade(event.rulesVersion(), event.score(), fact.at()), fact);
    }

    private ObjectiveView with(PersonId owner, List<KeyResultView> newKeyResults, @Nullable Grade newGrade, Fact fact) {
        return new ObjectiveView(
                id,
                cycleId,
                teamId,
                owner,
                title,
                description,
                ambition,
                goalId,
                alignedTo,
                newKeyResults,
                newGrade,
                fact.version(),
                createdAt,
                fact.at());
    }
}

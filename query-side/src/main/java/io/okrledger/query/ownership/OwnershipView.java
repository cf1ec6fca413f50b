package io.okrledger.query.ownership;

import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.goal.GoalDefined;
import io.okrledger.events.goal.GoalEnded;
import io.okrledger.events.goal.GoalReworded;
import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.KeyResultDropped;
import io.okrledger.events.objective.KeyResultReworded;
import io.okrledger.events.objective.ObjectiveAbandoned;
import io.okrledger.events.objective.ObjectiveCreated;
import io.okrledger.events.objective.ObjectiveReworded;
import io.okrledger.query.support.Fact;
import io.okrledger.query.support.views.View;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a stream has that somebody owns.
 *
 * @param cycleId null of a goal
 * @param owned a goal; or an objective and all key results that it ever had
 */
record OwnershipView(String id, @Nullable CycleId cycleId, List<Owned> owned) implements View {

    static OwnershipView of(GoalDefined event) {
        return of(event.goalId().toString(), null, event.title());
    }

    static OwnershipView of(ObjectiveCreated event) {
        return of(event.objectiveId().toString(), event.cycleId(), event.title());
    }

    private static OwnershipView of(String id, @Nullable CycleId cycleId, String title) {
        return new OwnershipView(id, cycleId, List.of(new Owned(id, title, null)));
    }

    OwnershipView after(Object event, Fact fact) {
        if (event instanceof GoalReworded e) {
            return with(id, known -> known.titled(e.newTitle()));
        } else if (event instanceof ObjectiveReworded e) {
            return with(id, known -> known.titled(e.newTitle()));
        } else if (event instanceof KeyResultReworded e) {
            return with(e.keyResultId().toString(), known -> known.titled(e.newTitle()));
        } else if (event instanceof KeyResultDropped e) {
            return with(e.keyResultId().toString(), known -> known.held(null));
        } else if (event instanceof ObjectiveAbandoned || event instanceof GoalEnded) {
            return with(owned.stream().map(known -> known.held(null)));
        }
        var all = event instanceof KeyResultAdded e ? and(e) : this;
        return Beginning.of(event)
                .map(beginning -> all.with(beginning.subject(), known -> known.held(fact.key())))
                .orElse(all);
    }

    /** The tenures that last, by what they are of. */
    Map<String, String> tenures() {
        return owned.stream()
                .filter(known -> known.tenure() != null)
                .collect(Collectors.toMap(Owned::id, known -> String.valueOf(known.tenure())));
    }

    String title(String subject) {
        return owned.stream()
                .filter(known -> known.id().equals(subject))
                .map(Owned::title)
                .findAny()
                .orElse("");
    }

    private OwnershipView and(KeyResultAdded event) {
        var added = new Owned(event.keyResultId().toString(), event.title(), null);
        return with(Stream.concat(owned.stream(), Stream.of(added)));
    }

    private OwnershipView with(String subject, UnaryOperator<Owned> change) {
        return with(owned.stream().map(known -> known.id().equals(subject) ? change.apply(known) : known));
    }

    private OwnershipView with(Stream<Owned> changed) {
        return new OwnershipView(id, cycleId, changed.toList());
    }
}

package io.okrledger.query.goals;

import io.okrledger.events.goal.GoalDefined;
import io.okrledger.events.goal.GoalEnded;
import io.okrledger.events.goal.GoalEvent;
import io.okrledger.events.goal.GoalOutcome;
import io.okrledger.events.goal.GoalOwnerReassigned;
import io.okrledger.events.goal.GoalReworded;
import io.okrledger.events.person.PersonId;
import io.okrledger.query.support.Fact;
import io.okrledger.query.support.views.View;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A goal as it is now.
 *
 * @param ended null while it is pursued
 * @param imported whether an import defined it; the instants are then those that it claims
 */
public record GoalView(
        String id,
        String title,
        @Nullable String description,
        PersonId ownerId,
        @Nullable Ending ended,
        boolean imported,
        long version,
        Instant createdAt,
        Instant changedAt)
        implements View {

    public record Ending(GoalOutcome outcome, String reason, Instant endedAt) {}

    static GoalView defined(GoalDefined event, Fact fact) {
        return new GoalView(
                event.goalId().toString(),
                event.title(),
                event.description(),
                event.ownerId(),
                null,
                fact.imported(),
                fact.version(),
                fact.at(),
                fact.at());
    }

    GoalView after(GoalEvent event, Fact fact) {
        return new GoalView(
                id,
                event instanceof GoalReworded reworded ? reworded.newTitle() : title,
                event instanceof GoalReworded reworded ? reworded.newDescription() : description,
                event instanceof GoalOwnerReassigned reassigned ? reassigned.newOwnerId() : ownerId,
                event instanceof GoalEnded end ? new Ending(end.outcome(), end.reason(), fact.at()) : ended,
                imported,
                fact.version(),
                createdAt,
                fact.at());
    }
}

package io.okrledger.query.goals;

import io.okrledger.events.goal.GoalDefined;
import io.okrledger.events.person.PersonId;
import io.okrledger.query.support.Fact;
import io.okrledger.query.support.View;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

record GoalView(
        String id,
        String title,
        @Nullable String description,
        PersonId ownerId,
        long version,
        Instant createdAt,
        Instant changedAt)
        implements View {

    static GoalView defined(GoalDefined event, Fact fact) {
        return new GoalView(
                event.goalId().toString(),
                event.title(),
                event.description(),
                event.ownerId(),
                fact.version(),
                fact.at(),
                fact.at());
    }
}

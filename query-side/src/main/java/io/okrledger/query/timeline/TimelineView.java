package io.okrledger.query.timeline;

import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.query.support.views.View;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened.
 *
 * @param objectiveId null when it was about a goal, a team or a cycle
 * @param imported whether an import brought it in; the instant is then the one that it claims
 * @param type the name of the event
 * @param keyResultId the key result that it was about; null when it was about the objective itself
 * @param sentence for a person, with what was before and after
 */
record TimelineView(
        String id,
        @Nullable ObjectiveId objectiveId,
        long position,
        Instant at,
        boolean imported,
        String actor,
        String type,
        @Nullable KeyResultId keyResultId,
        String sentence)
        implements View {}

package io.okrledger.query.timeline;

import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.query.support.View;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened.
 *
 * @param type the name of the event
 * @param keyResultId the key result that it was about; null when it was about the objective itself
 * @param sentence for a person, with what was before and after
 */
record TimelineView(
        String id,
        ObjectiveId objectiveId,
        long position,
        Instant at,
        String actor,
        String type,
        @Nullable KeyResultId keyResultId,
        String sentence)
        implements View {}

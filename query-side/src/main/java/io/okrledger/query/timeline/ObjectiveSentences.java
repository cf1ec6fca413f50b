package io.okrledger.query.timeline;

import static io.okrledger.query.timeline.Phrases.handedOver;
import static io.okrledger.query.timeline.Phrases.orNone;
import static io.okrledger.query.timeline.Phrases.plain;
import static io.okrledger.query.timeline.Phrases.reworded;

import io.okrledger.events.objective.Alignment;
import io.okrledger.events.objective.ObjectiveAbandoned;
import io.okrledger.events.objective.ObjectiveAligned;
import io.okrledger.events.objective.ObjectiveCarriedOver;
import io.okrledger.events.objective.ObjectiveCreated;
import io.okrledger.events.objective.ObjectiveEvent;
import io.okrledger.events.objective.ObjectiveGraded;
import io.okrledger.events.objective.ObjectiveOwnerReassigned;
import io.okrledger.events.objective.ObjectiveReworded;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What happened to an objective as a whole. */
final class ObjectiveSentences {

    private ObjectiveSentences() {}

    static String of(ObjectiveEvent event) {
        if (event instanceof ObjectiveCreated e) {
            return "created the objective '%s', owned by %s".formatted(e.title(), e.ownerId());
        } else if (event instanceof ObjectiveCarriedOver e) {
            return "carried the objective over from %s of cycle %s, with %d of its key results"
                    .formatted(
                            e.ancestorId(), e.ancestorCycleId(), e.keyResults().size());
        } else if (event instanceof ObjectiveReworded e) {
            var alsoDescription = !Objects.equals(e.oldDescription(), e.newDescription());
            return reworded("the objective", e.oldTitle(), e.newTitle(), alsoDescription);
        } else if (event instanceof ObjectiveAligned e) {
            return aligned(e);
        } else if (event instanceof ObjectiveOwnerReassigned e) {
            return handedOver("the objective", e.oldOwnerId(), e.newOwnerId(), e.reason());
        } else if (event instanceof ObjectiveAbandoned e) {
            return "abandoned the objective: " + e.reason();
        }
        return graded((ObjectiveGraded) event);
    }

    private static String aligned(ObjectiveAligned event) {
        var changes = new ArrayList<String>();
        if (!Objects.equals(event.oldGoalId(), event.newGoalId())) {
            changes.add("goal from %s to %s".formatted(orNone(event.oldGoalId()), orNone(event.newGoalId())));
        }
        if (!Objects.equals(event.oldAlignedTo(), event.newAlignedTo())) {
            changes.add(
                    "contribution from %s to %s".formatted(place(event.oldAlignedTo()), place(event.newAlignedTo())));
        }
        return "aligned the objective, " + String.join(" and ", List.copyOf(changes));
    }

    private static String place(@Nullable Alignment alignment) {
        if (alignment == null || alignment.keyResultId() == null) {
            return orNone(alignment == null ? null : alignment.objectiveId());
        }
        return "key result %s of %s".formatted(alignment.keyResultId(), alignment.objectiveId());
    }

    private static String graded(ObjectiveGraded event) {
        var score = event.score();
        return score == null
                ? "graded the objective: no score, as it has no key result"
                : "graded the objective: " + plain(score);
    }
}

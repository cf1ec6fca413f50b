package io.okrledger.command.objective.surroundings;

import io.okrledger.command.support.Streams;
import io.okrledger.command.support.problems.Rule;
import io.okrledger.command.support.problems.RuleViolation;
import io.okrledger.events.objective.Alignment;
import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.ObjectiveAligned;
import io.okrledger.events.objective.ObjectiveCreated;
import io.okrledger.events.objective.ObjectiveEvent;
import io.okrledger.events.objective.ObjectiveId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an objective contributes to, what that contributes to, and so on. */
public final class ParentChain {

    static final int MOST_LEVELS = 20;

    private ParentChain() {}

    private record Parent(@Nullable Alignment alignedTo, Set<KeyResultId> keyResults) {}

    /**
     * Requires that the parent is there, and that the objective does not stand above itself then. Two changes at the same
     * time may still close a loop, so whoever follows the parents must be able to stop.
     *
     * @throws RuleViolation unknown-objective, unknown-key-result, or alignment-loop, also when the chain is longer than
     *     anybody can want
     */
    public static void requireAlignable(ObjectiveId objective, @Nullable Alignment alignedTo, Streams streams) {
        if (alignedTo != null) {
            requireThere(alignedTo, streams);
        }
        var above = alignedTo;
        for (var level = 1; above != null; level++) {
            if (above.objectiveId().equals(objective)) {
                throw loop("The objective would contribute to itself.");
            }
            if (level > MOST_LEVELS) {
                throw loop("The objective would have more than " + MOST_LEVELS + " levels above it.");
            }
            above = parent(above, streams).map(Parent::alignedTo).orElse(null);
        }
    }

    private static void requireThere(Alignment alignedTo, Streams streams) {
        var parent = parent(alignedTo, streams)
                .orElseThrow(() -> new RuleViolation(
                        Rule.UNKNOWN_OBJECTIVE,
                        "There is no objective " + alignedTo.objectiveId() + ".",
                        "/alignedTo/objectiveId"));
        if (alignedTo.keyResultId() != null && !parent.keyResults().contains(alignedTo.keyResultId())) {
            throw new RuleViolation(
                    Rule.UNKNOWN_KEY_RESULT,
                    "That objective has no key result " + alignedTo.keyResultId() + ".",
                    "/alignedTo/keyResultId");
        }
    }

    private static RuleViolation loop(String detail) {
        return new RuleViolation(Rule.ALIGNMENT_LOOP, detail, "/alignedTo/objectiveId");
    }

    private static Optional<Parent> parent(Alignment alignedTo, Streams streams) {
        return streams.fold(alignedTo.objectiveId(), ObjectiveEvent.class, ParentChain::after);
    }

    private static Parent after(@Nullable Parent parent, ObjectiveEvent event) {
        var known = parent == null ? new Parent(null, new HashSet<>()) : parent;
        if (event instanceof ObjectiveCreated created) {
            return new Parent(created.alignedTo(), known.keyResults());
        }
        if (event instanceof ObjectiveAligned aligned) {
            return new Parent(aligned.newAlignedTo(), known.keyResults());
        }
        if (event instanceof KeyResultAdded added) {
            known.keyResults().add(added.keyResultId());
        }
        return known;
    }
}

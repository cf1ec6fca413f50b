package io.okrledger.query.alignment.tree;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.query.objectives.facts.ObjectiveFacts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts each of some objectives below what it contributes to, once, whatever they say of each other. */
final class Forest {

    /** Twice of what the command side lets one alignment see above it; writers who race can build higher. */
    static final int LEVELS = 40;

    private final CycleId cycleId;
    private final Map<ObjectiveId, ObjectiveFacts> known = new HashMap<>();
    private final Map<ObjectiveId, Cut> cuts = new HashMap<>();

    Forest(CycleId cycleId, Collection<ObjectiveFacts> objectives) {
        this.cycleId = cycleId;
        objectives.forEach(objective -> known.put(objective.objectiveId(), objective));
        objectives.stream()
                .filter(objective -> objective.known().parentId() != null)
                .forEach(objective -> {
                    var cut = cut(objective);
                    if (cut != null) {
                        cuts.put(objective.objectiveId(), cut);
                    }
                });
    }

    /** What stands at the top, in the order of creation, with all that is below it. */
    List<ObjectiveNode> trees() {
        var below = known.values().stream()
                .sorted(comparing(objective -> objective.objectiveId().toString()))
                .collect(groupingBy(this::place));
        return below.getOrDefault("", List.of()).stream()
                .map(objective -> node(objective, below))
                .toList();
    }

    private ObjectiveNode node(ObjectiveFacts objective, Map<String, List<ObjectiveFacts>> below) {
        var keyResults = objective.keyResults().stream()
                .map(keyResult -> KeyResultNode.of(keyResult, nodes(keyResult.keyResultId(), below)))
                .toList();
        return ObjectiveNode.of(
                objective,
                !objective.known().cycleId().equals(cycleId),
                cuts.get(objective.objectiveId()),
                keyResults,
                nodes(objective.objectiveId(), below));
    }

    private List<ObjectiveNode> nodes(Object parent, Map<String, List<ObjectiveFacts>> below) {
        return below.getOrDefault(parent.toString(), List.of()).stream()
                .map(objective -> node(objective, below))
                .toList();
    }

    /** The key result or objective below which it stands; nothing at the top. */
    private String place(ObjectiveFacts objective) {
        var alignedTo = objective.known().alignedTo();
        if (alignedTo == null || cuts.containsKey(objective.objectiveId())) {
            return "";
        }
        var parent = Objects.requireNonNull(known.get(alignedTo.objectiveId()));
        var hasIt = parent.keyResults().stream()
                .anyMatch(keyResult -> keyResult.keyResultId().equals(alignedTo.keyResultId()));
        return hasIt
                ? String.valueOf(alignedTo.keyResultId())
                : alignedTo.objectiveId().toString();
    }

    private @Nullable Cut cut(ObjectiveFacts objective) {
        if (!known.containsKey(objective.known().parentId())) {
            return Cut.PARENT_UNKNOWN;
        }
        var above = new LinkedHashSet<ObjectiveId>();
        var top = climb(objective, above);
        var way = new ArrayList<>(above);
        if (top == null) {
            return levels(way.size() - 1);
        }
        var loop = way.subList(way.indexOf(top), way.size());
        var first = loop.stream().min(comparing(ObjectiveId::toString)).orElseThrow();
        return first.equals(objective.objectiveId()) ? Cut.LOOP : levels(way.indexOf(first));
    }

    /** Collects an objective and all above it; where that comes round again is returned, null where it ends. */
    private @Nullable ObjectiveId climb(ObjectiveFacts objective, Set<ObjectiveId> above) {
        var at = objective;
        while (at != null) {
            if (!above.add(at.objectiveId())) {
                return at.objectiveId();
            }
            at = at.known().parentId() == null ? null : known.get(at.known().parentId());
        }
        return null;
    }

    private static @Nullable Cut levels(int above) {
        return above > 0 && above % LEVELS == 0 ? Cut.TOO_DEEP : null;
    }
}

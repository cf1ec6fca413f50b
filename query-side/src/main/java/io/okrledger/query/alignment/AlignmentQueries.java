package io.okrledger.query.alignment;

import io.okrledger.query.alignment.tree.AlignmentTree;
import io.okrledger.query.cycles.Cycles;
import io.okrledger.query.goals.Goals;
import io.okrledger.query.objectives.facts.ObjectiveFacts;
import io.okrledger.query.objectives.facts.Objectives;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class AlignmentQueries {

    private final Objectives objectives;
    private final Goals goals;
    private final Cycles cycles;

    AlignmentQueries(Objectives objectives, Goals goals, Cycles cycles) {
        this.objectives = objectives;
        this.goals = goals;
        this.cycles = cycles;
    }

    @QueryHandler
    AlignmentTree answer(FindAlignment query) {
        var asOf = query.asOf();
        var cycle = cycles.get(query.cycleId(), asOf);
        var known = new HashMap<String, ObjectiveFacts>();
        var ofCycle = unknown(objectives.of(cycle.id(), null, asOf), known);
        for (var level = ofCycle; !level.isEmpty(); ) {
            var above = ids(level, objective -> objective.known().parentId());
            above.removeAll(known.keySet());
            level = unknown(objectives.of(above, asOf), known);
        }
        for (var level = ofCycle; !level.isEmpty(); ) {
            level = unknown(objectives.contributingTo(ids(level, ObjectiveFacts::id), asOf), known);
        }
        var served = goals.of(ids(known.values(), objective -> objective.known().goalId()), asOf);
        return AlignmentTree.of(cycle, known.values(), served);
    }

    /** Those that are not known yet, which they are from now on: a loop ends where it comes round. */
    private static List<ObjectiveFacts> unknown(List<ObjectiveFacts> found, Map<String, ObjectiveFacts> known) {
        return found.stream()
                .filter(objective -> known.putIfAbsent(objective.id(), objective) == null)
                .toList();
    }

    private static Set<String> ids(Collection<ObjectiveFacts> all, Function<ObjectiveFacts, @Nullable Object> id) {
        return all.stream()
                .map(id)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.toCollection(HashSet::new));
    }
}

package io.okrledger.query.alignment;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;

import io.okrledger.query.alignment.tree.AlignedGoal;
import io.okrledger.query.alignment.tree.AlignedObjective;
import io.okrledger.query.alignment.tree.AlignmentTree;
import io.okrledger.query.cycles.Cycles;
import io.okrledger.query.support.ViewStore;
import io.okrledger.query.support.ViewStores;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryHandler;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class AlignmentQueries {

    private final ViewStore<AlignmentView> objectives;
    private final ViewStore<AlignedGoal> goals;
    private final Cycles cycles;

    AlignmentQueries(ViewStores stores, Cycles cycles) {
        this.objectives = AlignmentProjection.open(stores);
        this.goals = AlignmentProjection.openGoals(stores);
        this.cycles = cycles;
    }

    /** What is read of a document: all but the weekly values. */
    record Shown(AlignedObjective objective) {}

    @QueryHandler
    AlignmentTree answer(FindAlignment query) {
        var cycle = cycles.get(query.cycleId());
        var known = new HashMap<String, AlignedObjective>();
        var ofCycle = unknown(eq("cycleId", cycle.id()), known);
        for (var level = ofCycle; !level.isEmpty(); ) {
            level = unknown(ViewStore.whereAny("_id", ids(level, AlignedObjective::parent)), known);
        }
        for (var level = ofCycle; !level.isEmpty(); ) {
            var below = ViewStore.whereAny("parentId", ids(level, AlignedObjective::objectiveId));
            level = unknown(and(below, ne("cycleId", cycle.id())), known);
        }
        var served = goals.list(ViewStore.whereAny("_id", ids(known.values(), AlignedObjective::goalId)));
        return AlignmentTree.of(cycle, known.values(), served);
    }

    /** Those that match and are not known yet, which they are from now on: a loop ends where it comes round. */
    private List<AlignedObjective> unknown(Bson filter, Map<String, AlignedObjective> known) {
        return objectives.parts(filter, Shown.class).stream()
                .map(Shown::objective)
                .filter(objective -> known.putIfAbsent(objective.objectiveId().toString(), objective) == null)
                .toList();
    }

    private static Set<String> ids(Collection<AlignedObjective> all, Function<AlignedObjective, @Nullable Object> id) {
        return all.stream()
                .map(id)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.toSet());
    }
}

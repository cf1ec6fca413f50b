package io.okrledger.query.objectives.facts;

import static io.okrledger.query.support.views.Conditions.all;
import static io.okrledger.query.support.views.Conditions.bornBy;
import static io.okrledger.query.support.views.Conditions.where;
import static io.okrledger.query.support.views.Conditions.whereAny;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.goal.GoalId;
import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.events.person.PersonId;
import io.okrledger.events.team.TeamId;
import io.okrledger.query.support.AsOf;
import io.okrledger.query.support.paging.Page;
import io.okrledger.query.support.paging.Paging;
import io.okrledger.query.support.views.Conditions;
import io.okrledger.query.support.views.ViewStore;
import io.okrledger.query.support.views.ViewStores;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks up what is known of objectives, as it was at any moment, for all questions about them. */
@Component
public class Objectives {

    private final ViewStore<KnownObjective> objectives;
    private final ViewStore<KnownKeyResult> keyResults;

    Objectives(ViewStores stores) {
        objectives = ObjectiveProjection.open(stores);
        keyResults = ObjectiveProjection.openKeyResults(stores);
    }

    public Optional<ObjectiveFacts> find(ObjectiveId objectiveId, AsOf asOf) {
        return objectives
                .find(objectiveId.toString(), asOf)
                .map(objective -> new ObjectiveFacts(
                        objective, inOrder(objective, byId(keyResults.list(where("objectiveId", objectiveId), asOf)))));
    }

    /** One without its key results. */
    public Optional<KnownObjective> known(ObjectiveId objectiveId, AsOf asOf) {
        return objectives.find(objectiveId.toString(), asOf);
    }

    /** Those of a cycle, or of one team in it, oldest first. */
    public List<ObjectiveFacts> of(String cycleId, @Nullable TeamId teamId, AsOf asOf) {
        return of(cycleId, teamId, Long.MAX_VALUE, asOf);
    }

    /** The same of those that began up to a position. */
    public List<ObjectiveFacts> of(String cycleId, @Nullable TeamId teamId, long pin, AsOf asOf) {
        var filter = all(where("cycleId", cycleId), where("teamId", teamId));
        var found = objectives.list(all(filter, bornBy(pin)), asOf);
        // Those of a team are few among all key results of the cycle.
        return teamId == null
                ? withKeyResults(found, keyResults.list(where("cycleId", cycleId), asOf))
                : withKeyResults(found, asOf);
    }

    /** Those that have one of these ids, oldest first. */
    public List<ObjectiveFacts> of(Collection<String> ids, AsOf asOf) {
        return withKeyResults(objectives.list(ids, asOf), asOf);
    }

    /** Those that contribute to one of these objectives, or to a key result of one, oldest first. */
    public List<ObjectiveFacts> contributingTo(Collection<String> ids, AsOf asOf) {
        return withKeyResults(objectives.list(whereAny("alignedTo.objectiveId", ids), asOf), asOf);
    }

    /** Those that go on with an objective of an earlier cycle. */
    public List<ObjectiveFacts> carriedOverFrom(String id, AsOf asOf) {
        return withKeyResults(objectives.list(where("carriedFrom.objectiveId", id), asOf), asOf);
    }

    /** A page of all, or of those of a cycle, a team, an owner and towards a goal, oldest first. */
    public Page<ObjectiveFacts> page(
            @Nullable CycleId cycle,
            @Nullable TeamId team,
            @Nullable PersonId owner,
            @Nullable GoalId goal,
            Paging paging,
            AsOf asOf) {
        var filter =
                all(where("cycleId", cycle), where("teamId", team), where("ownerId", owner), where("goalId", goal));
        var page = objectives.page(filter, paging, asOf);
        var facts = withKeyResults(page.items(), asOf).stream().collect(toMap(ObjectiveFacts::id, identity()));
        return page.map(objective -> Objects.requireNonNull(facts.get(objective.id())));
    }

    /** Of those of a cycle only what this record has, in no particular order. */
    public <P extends Record> List<P> partsOfCycle(String cycleId, Class<P> part, AsOf asOf) {
        return objectives.parts(where("cycleId", cycleId), part, asOf);
    }

    /** The same of all that these teams ever had. */
    public <P extends Record> List<P> partsOfTeams(Collection<String> teamIds, Class<P> part, AsOf asOf) {
        return objectives.parts(whereAny("teamId", teamIds), part, asOf);
    }

    /** Those of a cycle to which something happened after a position. */
    public List<ObjectiveFacts> changedSince(long position, String cycleId) {
        var changed = all(where("cycleId", cycleId), Conditions.changedSince(position));
        var ids = Stream.concat(
                        objectives.list(changed).stream().map(KnownObjective::id),
                        keyResults.list(changed).stream()
                                .map(keyResult -> keyResult.objectiveId().toString()))
                .collect(toSet());
        return withKeyResults(objectives.list(whereAny("_id", ids)), keyResults.list(whereAny("objectiveId", ids)));
    }

    private List<ObjectiveFacts> withKeyResults(List<KnownObjective> found, AsOf asOf) {
        var ids = found.stream().map(KnownObjective::id).toList();
        return withKeyResults(found, keyResults.list(whereAny("objectiveId", ids), asOf));
    }

    private static List<ObjectiveFacts> withKeyResults(List<KnownObjective> found, List<KnownKeyResult> theirs) {
        var known = byId(theirs);
        return found.stream()
                .map(objective -> new ObjectiveFacts(objective, inOrder(objective, known)))
                .toList();
    }

    private static Map<String, KnownKeyResult> byId(List<KnownKeyResult> all) {
        return all.stream().collect(toMap(KnownKeyResult::id, identity()));
    }

    private static List<KnownKeyResult> inOrder(KnownObjective objective, Map<String, KnownKeyResult> known) {
        return objective.keyResults().stream()
                .flatMap(id -> Stream.ofNullable(known.get(id.toString())))
                .toList();
    }
}

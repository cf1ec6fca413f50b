package io.okrledger.standalone.organisation;

import static java.util.stream.Collectors.toMap;

import io.okrledger.events.cycle.CheckInsPaused;
import io.okrledger.events.cycle.CycleClosed;
import io.okrledger.events.cycle.CycleOpened;
import io.okrledger.events.cycle.CyclePlanned;
import io.okrledger.events.goal.GoalDefined;
import io.okrledger.events.goal.GoalEnded;
import io.okrledger.events.goal.GoalOwnerReassigned;
import io.okrledger.events.goal.GoalReworded;
import io.okrledger.events.objective.CheckInCorrected;
import io.okrledger.events.objective.CheckInRecorded;
import io.okrledger.events.objective.CheckInRetracted;
import io.okrledger.events.objective.GradeAmended;
import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.KeyResultDropped;
import io.okrledger.events.objective.KeyResultEvent;
import io.okrledger.events.objective.KeyResultOwnerReassigned;
import io.okrledger.events.objective.KeyResultReweighed;
import io.okrledger.events.objective.KeyResultReworded;
import io.okrledger.events.objective.KeyResultTargetAdjusted;
import io.okrledger.events.objective.ObjectiveAbandoned;
import io.okrledger.events.objective.ObjectiveAligned;
import io.okrledger.events.objective.ObjectiveCarriedOver;
import io.okrledger.events.objective.ObjectiveCreated;
import io.okrledger.events.objective.ObjectiveOwnerReassigned;
import io.okrledger.events.objective.ObjectiveReworded;
import io.okrledger.events.scoring.Metric;
import io.okrledger.events.team.TeamMoved;
import io.okrledger.events.team.TeamRegistered;
import io.okrledger.events.team.TeamRenamed;
import io.okrledger.events.team.TeamRetired;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;

/** The request that must have led to what was recorded. */
final class Retelling {

    /** @param fields of the body */
    record Request(String method, String path, Map<String, Object> fields) {}

    /** In a map it would be without its kind. */
    private static final ObjectWriter METRICS = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build()
            .writerFor(Metric.class);

    private static final Map<Class<?>, Function<Object, Request>> REQUESTS = new HashMap<>();

    static {
        told(TeamRegistered.class, e -> post("/api/teams", "name", e.name(), "parentTeamId", e.parentTeamId()));
        told(TeamRenamed.class, e -> put(team(e.teamId()) + "/name", "name", e.newName()));
        told(TeamMoved.class, e -> put(team(e.teamId()) + "/parent", "parentTeamId", e.newParentTeamId()));
        told(TeamRetired.class, e -> post(team(e.teamId()) + "/retirement", "reason", e.reason()));
        told(GoalDefined.class, e -> post("/api/goals", "title", e.title(), "ownerId", e.ownerId()));
        told(GoalReworded.class, e -> put(goal(e.goalId()) + "/wording", "title", e.newTitle()));
        told(
                GoalOwnerReassigned.class,
                e -> put(goal(e.goalId()) + "/owner", "ownerId", e.newOwnerId(), "reason", e.reason()));
        told(GoalEnded.class, e -> post(goal(e.goalId()) + "/ending", "outcome", e.outcome(), "reason", e.reason()));
        told(CyclePlanned.class, Retelling::planned);
        told(CycleOpened.class, e -> post(cycle(e.cycleId()) + "/opening"));
        told(
                CheckInsPaused.class,
                e -> post(cycle(e.cycleId()) + "/pauses", "from", e.from(), "to", e.to(), "reason", e.reason()));
        told(CycleClosed.class, e -> post(cycle(e.cycleId()) + "/closing"));
        told(ObjectiveCreated.class, Retelling::created);
        told(ObjectiveReworded.class, e -> put(objective(e.objectiveId()) + "/wording", "title", e.newTitle()));
        told(
                ObjectiveAligned.class,
                e -> put(
                        objective(e.objectiveId()) + "/alignment",
                        "goalId",
                        e.newGoalId(),
                        "alignedTo",
                        e.newAlignedTo()));
        told(
                ObjectiveOwnerReassigned.class,
                e -> put(objective(e.objectiveId()) + "/owner", "ownerId", e.newOwnerId(), "reason", e.reason()));
        told(ObjectiveAbandoned.class, e -> post(objective(e.objectiveId()) + "/abandonment", "reason", e.reason()));
        told(KeyResultAdded.class, Retelling::added);
        told(KeyResultReworded.class, e -> put(keyResult(e) + "/wording", "title", e.newTitle()));
        told(
                KeyResultOwnerReassigned.class,
                e -> put(keyResult(e) + "/owner", "ownerId", e.newOwnerId(), "reason", e.reason()));
        told(KeyResultTargetAdjusted.class, e -> {
            var request = put(keyResult(e) + "/target", "reason", e.reason());
            request.fields().putAll(e.newMetric().numbers());
            return request;
        });
        told(KeyResultReweighed.class, e -> put(keyResult(e) + "/weight", "weight", e.newWeight()));
        told(KeyResultDropped.class, e -> post(keyResult(e) + "/dropping", "reason", e.reason()));
        told(CheckInRecorded.class, Retelling::recorded);
        told(CheckInCorrected.class, Retelling::corrected);
        told(
                CheckInRetracted.class,
                e -> post(keyResult(e) + "/check-ins/" + e.checkInId() + "/retraction", "reason", e.reason()));
        told(
                GradeAmended.class,
                e -> post(
                        keyResult(e) + "/grade-amendment", "score", e.newGrade().score(), "reason", e.reason()));
    }

    private Retelling() {}

    static Request of(Recorded recorded) {
        var events = recorded.events();
        var last = events.get(events.size() - 1);
        return last instanceof ObjectiveCarriedOver carried
                ? carriedOver(carried, events)
                : REQUESTS.get(last.getClass()).apply(last);
    }

    private static <E> void told(Class<E> type, Function<E, Request> request) {
        REQUESTS.put(type, event -> request.apply(type.cast(event)));
    }

    private static Request planned(CyclePlanned e) {
        return post(
                "/api/cycles",
                "name",
                e.name(),
                "startsOn",
                e.startsOn(),
                "endsOn",
                e.endsOn(),
                "timeZone",
                e.timeZone(),
                "cadence",
                e.cadence(),
                "policy",
                e.policy());
    }

    private static Request created(ObjectiveCreated e) {
        return post(
                "/api/objectives",
                "title",
                e.title(),
                "cycleId",
                e.cycleId(),
                "teamId",
                e.teamId(),
                "ownerId",
                e.ownerId(),
                "ambition",
                e.ambition(),
                "goalId",
                e.goalId(),
                "alignedTo",
                e.alignedTo());
    }

    private static Request added(KeyResultAdded e) {
        return post(
                objective(e.objectiveId()) + "/key-results",
                "title",
                e.title(),
                "metric",
                new RawValue(METRICS.writeValueAsString(e.metric())),
                "ownerId",
                e.ownerId(),
                "weight",
                e.weight(),
                "ambition",
                e.ambition());
    }

    private static Request recorded(CheckInRecorded e) {
        var said = e.reading();
        return post(
                keyResult(e) + "/check-ins",
                "value",
                said.value(),
                "confidence",
                said.confidence(),
                "note",
                said.note(),
                "week",
                e.week());
    }

    private static Request corrected(CheckInCorrected e) {
        return post(
                keyResult(e) + "/check-ins/" + e.checkInId() + "/correction",
                "value",
                e.newReading().value(),
                "confidence",
                e.newReading().confidence(),
                "reason",
                e.reason());
    }

    private static Request carriedOver(ObjectiveCarriedOver carried, List<Object> events) {
        var created = (ObjectiveCreated) events.get(0);
        var metrics = events.stream()
                .filter(KeyResultAdded.class::isInstance)
                .map(KeyResultAdded.class::cast)
                .collect(toMap(KeyResultAdded::keyResultId, KeyResultAdded::metric));
        var keyResults = carried.keyResults().stream()
                .map(link -> goingOn(link.ancestorId(), metrics.get(link.keyResultId())))
                .toList();
        return post(
                objective(carried.ancestorId()) + "/carry-over",
                "cycleId",
                created.cycleId(),
                "keyResults",
                keyResults);
    }

    /** The baseline is left to the ledger. */
    private static Map<String, Object> goingOn(Object ancestorId, Metric metric) {
        return metric.accrues()
                ? Map.of("keyResultId", ancestorId, "target", metric.numbers().get("target"))
                : Map.of("keyResultId", ancestorId);
    }

    private static String team(Object id) {
        return "/api/teams/" + id;
    }

    private static String goal(Object id) {
        return "/api/goals/" + id;
    }

    private static String cycle(Object id) {
        return "/api/cycles/" + id;
    }

    private static String objective(Object id) {
        return "/api/objectives/" + id;
    }

    private static String keyResult(KeyResultEvent event) {
        return objective(event.objectiveId()) + "/key-results/" + event.keyResultId();
    }

    private static Request post(String path, Object... namesAndValues) {
        return new Request("POST", path, fields(namesAndValues));
    }

    private static Request put(String path, Object... namesAndValues) {
        return new Request("PUT", path, fields(namesAndValues));
    }

    private static Map<String, Object> fields(Object... namesAndValues) {
        var fields = new LinkedHashMap<String, Object>();
        IntStream.range(0, namesAndValues.length / 2)
                .filter(index -> namesAndValues[2 * index + 1] != null)
                .forEach(index -> fields.put((String) namesAndValues[2 * index], namesAndValues[2 * index + 1]));
        return fields;
    }
}

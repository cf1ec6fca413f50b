package io.okrledger.query.support;

import io.okrledger.events.cycle.CycleEvent;
import io.okrledger.events.goal.GoalEvent;
import io.okrledger.events.objective.ObjectiveEvent;
import io.okrledger.events.team.TeamEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/** An event as the log would deliver it: what, when and by whom; its position and version follow from its place. */
public record Happening(
        Object event, Instant at, String actor, @Nullable Instant effectiveAt) {

    private static final Instant FIRST = Instant.parse("2026-10-01T09:00:00Z");

    /** At 9 o'clock UTC on the first of October 2026, by Ada. */
    public static Happening fact(Object event) {
        return new Happening(event, FIRST, "ada", null);
    }

    public Happening at(String instant) {
        return new Happening(event, Instant.parse(instant), actor, effectiveAt);
    }

    public Happening by(String person) {
        return new Happening(event, at, person, effectiveAt);
    }

    /** Brought in after the fact, with the instant at which it is said to have happened. */
    public Happening importedAs(String instant) {
        return new Happening(event, at, actor, Instant.parse(instant));
    }

    static List<TrackedEventMessage<?>> log(List<Happening> happenings) {
        var messages = new ArrayList<TrackedEventMessage<?>>();
        var versions = new HashMap<String, Long>();
        for (var happening : happenings) {
            var stream = happening.stream();
            var version = versions.merge(stream, 0L, (old, none) -> old + 1);
            messages.add(happening.message(messages.size() + 1L, stream, version));
        }
        return List.copyOf(messages);
    }

    private TrackedEventMessage<?> message(long position, String stream, long version) {
        return new GenericTrackedDomainEventMessage<>(
                new GlobalSequenceTrackingToken(position),
                new GenericDomainEventMessage<>(kind(), stream, version, event, metaData(), "event-" + position, at));
    }

    MetaData metaData() {
        var known = MetaData.from(Map.of("actor", actor, "correlationId", "req-41"));
        return effectiveAt == null ? known : known.and("effectiveAt", effectiveAt.toString());
    }

    String stream() {
        return about().getValue();
    }

    String kind() {
        return about().getKey();
    }

    private Map.Entry<String, String> about() {
        if (event instanceof GoalEvent goal) {
            return Map.entry("goal", goal.goalId().toString());
        } else if (event instanceof TeamEvent team) {
            return Map.entry("team", team.teamId().toString());
        } else if (event instanceof CycleEvent cycle) {
            return Map.entry("cycle", cycle.cycleId().toString());
        } else if (event instanceof ObjectiveEvent objective) {
            return Map.entry("objective", objective.objectiveId().toString());
        }
        throw new IllegalArgumentException("Not an event of the ledger: " + event);
    }
}

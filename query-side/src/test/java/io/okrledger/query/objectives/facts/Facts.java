package io.okrledger.query.objectives.facts;

import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.KeyResultEvent;
import io.okrledger.events.objective.ObjectiveCreated;
import io.okrledger.events.objective.ObjectiveEvent;
import io.okrledger.query.support.Fact;
import io.okrledger.query.support.ProjectionFixture;
import io.okrledger.query.support.paging.Paging;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What is known of objectives, for tests of the questions about them: folded in memory, or by the projection. */
public final class Facts {

    private Facts() {}

    /** Of all objectives, by the projection. */
    public static ProjectionFixture<ObjectiveFacts> projected() {
        return ProjectionFixture.lookingBack(ObjectiveProjection::new, stores -> {
            var objectives = new Objectives(stores);
            return asOf -> objectives
                    .page(null, null, null, null, new Paging(Long.MAX_VALUE, null, null, 1_000), asOf)
                    .items();
        });
    }

    public static ObjectiveFacts of(ObjectiveCreated event, Instant at) {
        return new ObjectiveFacts(KnownObjective.of(event, fact(0, at)), List.of());
    }

    public static ObjectiveFacts after(ObjectiveFacts before, ObjectiveEvent event, Instant at) {
        var fact = fact(before.version() + 1, at);
        var known = event instanceof KeyResultEvent && !(event instanceof KeyResultAdded)
                ? before.known()
                : before.known().after(event, fact);
        if (event instanceof KeyResultAdded added) {
            var all = before.keyResults().stream();
            return new ObjectiveFacts(
                    known,
                    Stream.concat(all, Stream.of(KnownKeyResult.of(added, known, fact)))
                            .toList());
        }
        return new ObjectiveFacts(
                known,
                before.keyResults().stream()
                        .map(keyResult -> concerns(keyResult, event) ? keyResult.after(event, fact) : keyResult)
                        .toList());
    }

    private static boolean concerns(KnownKeyResult keyResult, ObjectiveEvent event) {
        return !(event instanceof KeyResultEvent own)
                || own.keyResultId().toString().equals(keyResult.id());
    }

    private static Fact fact(long version, Instant at) {
        return new Fact(version + 1, at, at, false, "event-" + version, version, "ada", null, null, null, null);
    }
}

package io.okrledger.query.cadence;

import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.KeyResultEvent;
import io.okrledger.events.objective.ObjectiveAbandoned;
import io.okrledger.events.objective.ObjectiveCreated;
import io.okrledger.events.objective.ObjectiveEvent;
import io.okrledger.events.team.TeamId;
import io.okrledger.query.support.View;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The facts of an objective's key results from which the states of their weeks are worked out. */
public record CadenceView(String id, CycleId cycleId, TeamId teamId, List<ReviewedKeyResult> keyResults)
        implements View {

    static CadenceView of(ObjectiveCreated event) {
        return new CadenceView(event.objectiveId().toString(), event.cycleId(), event.teamId(), List.of());
    }

    CadenceView after(ObjectiveEvent event, Instant at) {
        if (event instanceof KeyResultAdded added) {
            return with(Stream.concat(keyResults.stream(), Stream.of(ReviewedKeyResult.of(added, at))));
        }
        if (event instanceof KeyResultEvent changed) {
            return with(keyResults.stream()
                    .map(known ->
                            known.keyResultId().equals(changed.keyResultId()) ? known.after(changed, at) : known));
        }
        return event instanceof ObjectiveAbandoned ? with(keyResults.stream().map(known -> known.abandoned(at))) : this;
    }

    private CadenceView with(Stream<ReviewedKeyResult> changed) {
        return new CadenceView(id, cycleId, teamId, changed.toList());
    }
}

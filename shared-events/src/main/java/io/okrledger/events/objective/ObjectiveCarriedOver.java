package io.okrledger.events.objective;

import io.okrledger.events.cycle.CycleId;
import java.util.List;

/** The objective goes on with one of an earlier cycle. In the same commit, before this event, it was created and its key results were added. */
public record ObjectiveCarriedOver(
        ObjectiveId objectiveId, ObjectiveId ancestorId, CycleId ancestorCycleId, List<CarriedKeyResult> keyResults)
        implements ObjectiveEvent {

    public ObjectiveCarriedOver {
        keyResults = List.copyOf(keyResults);
    }
}

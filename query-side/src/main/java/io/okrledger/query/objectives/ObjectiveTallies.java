package io.okrledger.query.objectives;

import io.okrledger.events.cycle.CycleId;
import io.okrledger.query.objectives.ObjectiveView.Ending;
import io.okrledger.query.objectives.ObjectiveView.ObjectiveGrade;
import io.okrledger.query.support.ViewStore;
import io.okrledger.query.support.ViewStores;
import java.util.Collection;
import java.util.HashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts the objectives of cycles. */
@Component
public class ObjectiveTallies {

    private final ViewStore<ObjectiveView> objectives;

    ObjectiveTallies(ViewStores stores) {
        objectives = ObjectiveProjection.open(stores);
    }

    record Counted(
            CycleId cycleId,
            @Nullable ObjectiveGrade grade,
            @Nullable Ending abandoned) {}

    /** The tally of each of these cycles, by its id. */
    public Function<String, Tally> byCycle(Collection<String> cycleIds) {
        var tallies = new HashMap<String, Tally>();
        for (var counted : objectives.parts(ViewStore.whereAny("cycleId", cycleIds), Counted.class)) {
            tallies.compute(
                    counted.cycleId().toString(),
                    (id, tally) -> (tally == null ? Tally.NONE : tally)
                            .plus(counted.grade() != null, counted.abandoned() != null));
        }
        return cycleId -> tallies.getOrDefault(cycleId, Tally.NONE);
    }
}

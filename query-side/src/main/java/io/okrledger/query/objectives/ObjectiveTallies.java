package io.okrledger.query.objectives;

import static io.okrledger.query.support.ViewStore.where;

import io.okrledger.query.objectives.ObjectiveView.Ending;
import io.okrledger.query.objectives.ObjectiveView.ObjectiveGrade;
import io.okrledger.query.support.AsOf;
import io.okrledger.query.support.ViewStore;
import io.okrledger.query.support.ViewStores;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts the objectives of cycles. */
@Component
public class ObjectiveTallies {

    private final ViewStore<ObjectiveView> objectives;

    ObjectiveTallies(ViewStores stores) {
        objectives = ObjectiveProjection.open(stores);
    }

    record Counted(@Nullable ObjectiveGrade grade, @Nullable Ending abandoned) {}

    /** The tally of a cycle, by its id. */
    public Tally of(String cycleId, AsOf asOf) {
        var tally = Tally.NONE;
        for (var counted : objectives.parts(where("cycleId", cycleId), Counted.class, asOf)) {
            tally = tally.plus(counted.grade() != null, counted.abandoned() != null);
        }
        return tally;
    }
}

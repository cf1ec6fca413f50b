package io.okrledger.query.objectives;

import io.okrledger.query.objectives.facts.Ending;
import io.okrledger.query.objectives.facts.KnownObjective.ObjectiveGrade;
import io.okrledger.query.objectives.facts.Objectives;
import io.okrledger.query.support.AsOf;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts the objectives of cycles. */
@Component
public class ObjectiveTallies {

    private final Objectives objectives;

    ObjectiveTallies(Objectives objectives) {
        this.objectives = objectives;
    }

    record Counted(@Nullable ObjectiveGrade grade, @Nullable Ending abandoned) {}

    /** The tally of a cycle, by its id. */
    public Tally of(String cycleId, AsOf asOf) {
        var tally = Tally.NONE;
        for (var counted : objectives.partsOfCycle(cycleId, Counted.class, asOf)) {
            tally = tally.plus(counted.grade() != null, counted.abandoned() != null);
        }
        return tally;
    }
}

package io.okrledger.query.objectives;

import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.query.http.problems.ProblemCode;
import io.okrledger.query.http.problems.Refusal;
import io.okrledger.query.objectives.facts.KnownObjective;
import io.okrledger.query.objectives.facts.Objectives;
import io.okrledger.query.support.AsOf;
import org.springframework.stereotype.Component;

/** Refuses paths that lead over an objective or a key result that does not exist. */
@Component
public class RequireObjective {

    private final Objectives objectives;

    RequireObjective(Objectives objectives) {
        this.objectives = objectives;
    }

    /** @throws Refusal {@code unknown-objective} if there was none by then */
    public KnownObjective of(ObjectiveId objectiveId, AsOf asOf) {
        return objectives
                .known(objectiveId, asOf)
                .orElseThrow(() -> Refusal.unknown(ProblemCode.UNKNOWN_OBJECTIVE, objectiveId));
    }

    /** @throws Refusal {@code unknown-objective} or {@code unknown-key-result} */
    public void with(ObjectiveId objectiveId, KeyResultId keyResultId, AsOf asOf) {
        if (!of(objectiveId, asOf).keyResults().contains(keyResultId)) {
            throw Refusal.unknown(ProblemCode.UNKNOWN_KEY_RESULT, keyResultId);
        }
    }
}

package io.okrledger.query.objectives;

import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.query.http.ProblemCode;
import io.okrledger.query.http.Queries;
import io.okrledger.query.http.Refusal;
import io.okrledger.query.support.AsOf;
import org.springframework.stereotype.Component;

/** Refuses paths that lead over an objective or a key result that does not exist. */
@Component
public class RequireKeyResult {

    private final Queries queries;

    RequireKeyResult(Queries queries) {
        this.queries = queries;
    }

    /** @throws Refusal {@code unknown-objective} or {@code unknown-key-result} */
    public void of(ObjectiveId objectiveId, KeyResultId keyResultId, AsOf asOf) {
        var objective = queries.find(new FindObjective(objectiveId, asOf), ObjectiveView.class)
                .orElseThrow(() -> Refusal.unknown(ProblemCode.UNKNOWN_OBJECTIVE, objectiveId));
        if (objective.keyResult(keyResultId).isEmpty()) {
            throw Refusal.unknown(ProblemCode.UNKNOWN_KEY_RESULT, keyResultId);
        }
    }
}

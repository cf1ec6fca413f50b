package io.okrledger.events.objective;

import io.okrledger.events.cycle.CycleId;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cycle closed and the objective got its grade.
 *
 * @param rulesVersion the version of the scoring rules that made the grade
 * @param score the weighted mean of the key results, 0..1 with at most 4 decimals; null without any key result
 */
public record ObjectiveGraded(
        ObjectiveId objectiveId,
        CycleId cycleId,
        int rulesVersion,
        @Nullable BigDecimal score,
        List<KeyResultGrade> keyResults)
        implements ObjectiveEvent {

    public ObjectiveGraded {
        keyResults = List.copyOf(keyResults);
    }
}

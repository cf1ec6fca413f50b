package io.okrledger.query.quality;

import static java.util.Objects.requireNonNull;

import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.team.TeamId;
import io.okrledger.query.cycles.CycleView;
import io.okrledger.query.objectives.facts.KnownObjective.ObjectiveGrade;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What of an objective is needed once its cycle is over.
 *
 * @param grade null until then
 */
record GradedObjective(
        CycleId cycleId, TeamId teamId, @Nullable ObjectiveGrade grade) {

    boolean isOfBefore(CycleView cycle, Instant asked) {
        return grade != null
                && grade.gradedAt().isBefore(asked)
                && !cycleId.toString().equals(cycle.id());
    }

    /** Only of one that has its grade. */
    Instant gradedAt() {
        return requireNonNull(grade).gradedAt();
    }

    /** Null without any key result. */
    @Nullable BigDecimal score() {
        return requireNonNull(grade).score();
    }
}

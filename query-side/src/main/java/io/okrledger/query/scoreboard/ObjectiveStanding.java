package io.okrledger.query.scoreboard;

import io.okrledger.events.goal.GoalId;
import io.okrledger.events.person.PersonId;
import io.okrledger.events.scoring.Ambition;
import io.okrledger.events.scoring.Band;
import io.okrledger.events.scoring.Pace;
import io.okrledger.events.scoring.Pacing;
import io.okrledger.events.scoring.Scoring;
import io.okrledger.events.scoring.Weighted;
import io.okrledger.events.team.TeamId;
import io.okrledger.query.cycles.CycleView;
import io.okrledger.query.objectives.facts.ObjectiveFacts;
import io.okrledger.query.support.paging.Unfold;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where an objective stands at an instant.
 *
 * @param score the weighted mean of the key results; null without any
 * @param measured how many of its key results have a measure, such as {@code 3/4}
 * @param band null while nothing is measured
 * @param expected the weighted mean of what its key results are expected to score by now
 */
public record ObjectiveStanding(
        String objectiveId,
        String title,
        TeamId teamId,
        PersonId ownerId,
        @Nullable GoalId goalId,
        Ambition ambition,
        @Nullable BigDecimal score,
        String measured,
        @Nullable Band band,
        @Nullable Pace pace,
        @Nullable BigDecimal expected,
        @Unfold List<KeyResultStanding> keyResults) {

    public static ObjectiveStanding of(ObjectiveFacts facts, CycleView cycle, Instant asked) {
        var objective = facts.known();
        var keyResults = facts.counting().stream()
                .map(keyResult -> KeyResultStanding.of(keyResult, cycle, asked))
                .toList();
        var measured = keyResults.stream().filter(KeyResultStanding::measured).count();
        var score = mean(keyResults, KeyResultStanding::score);
        var expected = mean(keyResults, KeyResultStanding::expected);
        return new ObjectiveStanding(
                objective.id(),
                objective.title(),
                objective.teamId(),
                objective.ownerId(),
                objective.goalId(),
                objective.ambition(),
                score,
                measured + "/" + keyResults.size(),
                score == null || measured == 0 ? null : Band.of(score, cycle.policy()),
                score == null || expected == null ? null : pace(keyResults, expected.subtract(score), cycle),
                expected,
                keyResults);
    }

    /** One silent key result makes the whole stale, because silence is never green; pending is what all of them are. */
    private static Pace pace(List<KeyResultStanding> keyResults, BigDecimal gap, CycleView cycle) {
        var paces = keyResults.stream().map(KeyResultStanding::pace).toList();
        if (paces.contains(Pace.STALE)) {
            return Pace.STALE;
        }
        return paces.stream().allMatch(Pace.PENDING::equals) ? Pace.PENDING : Pacing.paceOf(gap, cycle.policy());
    }

    private static @Nullable BigDecimal mean(
            List<KeyResultStanding> keyResults, Function<KeyResultStanding, BigDecimal> number) {
        return Scoring.weightedMean(keyResults.stream()
                .map(keyResult -> new Weighted(keyResult.weight(), number.apply(keyResult)))
                .toList());
    }
}

package io.okrledger.query.scoreboard;

import static java.util.Collections.frequency;

import io.okrledger.events.scoring.Band;
import io.okrledger.events.scoring.Scoring;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The objectives of a team or towards a goal, or the key results of a person, in one line.
 *
 * @param key null for objectives that are linked to no goal
 * @param name what the team or goal is called; a person has no other name than the id
 * @param score the plain mean of the scores that there are
 * @param measured how many of the key results have a measure, such as {@code 3/4}
 * @param bands how many objectives (of a person: key results) have which colour; what has no measure has none
 */
public record RollUp(
        @Nullable String key,
        @Nullable String name,
        int objectives,
        int keyResults,
        @Nullable BigDecimal score,
        String measured,
        Bands bands) {

    static RollUp ofObjectives(@Nullable String key, List<ObjectiveStanding> objectives) {
        var keyResults = objectives.stream()
                .flatMap(objective -> objective.keyResults().stream())
                .toList();
        var scores = objectives.stream().map(ObjectiveStanding::score).filter(Objects::nonNull);
        var bands = objectives.stream().map(ObjectiveStanding::band);
        return of(key, objectives.size(), keyResults, scores.toList(), Bands.of(bands));
    }

    static RollUp ofKeyResults(String owner, int objectives, List<KeyResultStanding> keyResults) {
        var scores = keyResults.stream().map(KeyResultStanding::score);
        var bands = keyResults.stream().map(KeyResultStanding::band);
        return of(owner, objectives, keyResults, scores.toList(), Bands.of(bands));
    }

    /** @param names by key; what is not in it is called as its key */
    RollUp namedIn(Map<String, String> names) {
        return new RollUp(
                key, key == null ? null : names.getOrDefault(key, key), objectives, keyResults, score, measured, bands);
    }

    /** What is linked to nothing comes last. */
    String place() {
        return key == null ? "~" : key;
    }

    private static RollUp of(
            @Nullable String key,
            int objectives,
            List<KeyResultStanding> keyResults,
            List<BigDecimal> scores,
            Bands bands) {
        var measured = keyResults.stream().filter(KeyResultStanding::measured).count();
        var share = measured + "/" + keyResults.size();
        return new RollUp(key, key, objectives, keyResults.size(), Scoring.mean(scores), share, bands);
    }

    public record Bands(int red, int yellow, int green) {

        static Bands of(Stream<@Nullable Band> bands) {
            var all = bands.toList();
            return new Bands(frequency(all, Band.RED), frequency(all, Band.YELLOW), frequency(all, Band.GREEN));
        }
    }
}

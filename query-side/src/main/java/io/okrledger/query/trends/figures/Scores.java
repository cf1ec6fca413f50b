package io.okrledger.query.trends.figures;

import io.okrledger.events.scoring.Band;
import io.okrledger.events.scoring.Scoring;
import io.okrledger.events.scoring.ScoringPolicy;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How high objectives scored. As on the scoreboard the mean is of all scores that there are, and what has no measure has
 * no colour, and no place in the histogram.
 *
 * @param histogram how many scored in [0, 0.1), [0.1, 0.2) and so on to [0.9, 1]
 */
public record Scores(@Nullable BigDecimal mean, @Nullable BigDecimal median, List<Integer> histogram, Bands bands) {

    private static final int BINS = 10;

    static Scores of(List<JudgedObjective> objectives, ScoringPolicy policy) {
        var all = scores(objectives);
        var measured =
                scores(objectives.stream().filter(JudgedObjective::isMeasured).toList());
        return new Scores(Scoring.mean(all), Scoring.median(all), histogram(measured), Bands.of(measured, policy));
    }

    private static List<BigDecimal> scores(List<JudgedObjective> objectives) {
        return objectives.stream()
                .map(JudgedObjective::score)
                .filter(Objects::nonNull)
                .toList();
    }

    private static List<Integer> histogram(List<BigDecimal> scores) {
        var bins = scores.stream().map(Scores::bin).toList();
        return IntStream.range(0, BINS)
                .mapToObj(bin -> Collections.frequency(bins, bin))
                .toList();
    }

    private static int bin(BigDecimal score) {
        return Math.min(BINS - 1, score.multiply(BigDecimal.valueOf(BINS)).intValue());
    }

    public record Bands(int red, int yellow, int green) {

        static Bands of(List<BigDecimal> scores, ScoringPolicy policy) {
            var bands = scores.stream()
                    .collect(Collectors.groupingBy(score -> Band.of(score, policy), Collectors.summingInt(it -> 1)));
            return new Bands(
                    bands.getOrDefault(Band.RED, 0),
                    bands.getOrDefault(Band.YELLOW, 0),
                    bands.getOrDefault(Band.GREEN, 0));
        }
    }
}

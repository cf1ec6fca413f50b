package io.okrledger.events.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.NotEmpty;
import tools.jackson.databind.json.JsonMapper;

class ScoringProperties {

    private static final BigDecimal HALF_OF_THE_LAST_PLACE = new BigDecimal("0.00005");
    private static final JsonMapper JSON = JsonMapper.shared();

    @Property
    void aScoreNeverLeavesZeroToOne(@ForAll("metrics") Metric metric, @ForAll("weeks") List<BigDecimal> values) {
        var score = Scoring.score(metric, values);

        assertThat(score.score()).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
        assertThat(score.measured()).isEqualTo(!values.isEmpty());
    }

    @Property
    void aScoreIsCanonical(@ForAll("metrics") Metric metric, @ForAll("weeks") List<BigDecimal> values) {
        var score = Scoring.score(metric, values);

        assertThat(List.of(score.score(), score.progress())).allSatisfy(number -> {
            assertThat(number).isEqualTo(Decimals.canonical(number));
            assertThat(number.scale()).isBetween(0, Decimals.PLACES);
        });
    }

    @Property
    void progressIsTheExactQuotientRoundedOnce(
            @ForAll("reaches") Metric.Reach metric, @ForAll("numbers") BigDecimal value) {
        var way = metric.target().subtract(metric.baseline());
        var error = metric.progress(List.of(value)).multiply(way).subtract(value.subtract(metric.baseline()));

        assertThat(error.abs()).isLessThanOrEqualTo(way.abs().multiply(HALF_OF_THE_LAST_PLACE));
    }

    @Property
    void aStepTowardsTheTargetNeverLowersTheScore(
            @ForAll("reaches") Metric.Reach metric,
            @ForAll("numbers") BigDecimal value,
            @ForAll("numbers") BigDecimal step) {
        var up = BigDecimal.valueOf(metric.target().compareTo(metric.baseline()));
        var before = Scoring.score(metric, List.of(value));
        var after = Scoring.score(metric, List.of(value.add(step.abs().multiply(up))));

        assertThat(after.progress()).isGreaterThanOrEqualTo(before.progress());
        assertThat(after.score()).isGreaterThanOrEqualTo(before.score());
    }

    @Property
    void oneMoreWeekHeldNeverLowersTheScore(
            @ForAll("keeps") Metric.Keep metric,
            @ForAll("weeks") @NotEmpty List<BigDecimal> values,
            @ForAll("numbers") BigDecimal next) {
        var more = new ArrayList<>(values);
        more.add(next);
        var before = Scoring.score(metric, values).score();
        var after = Scoring.score(metric, more).score();

        assertThat(after.compareTo(before) >= 0).isEqualTo(metric.holds(next) || before.signum() == 0);
    }

    @Property
    void theOrderOfWeeksDoesNotMatterToWhatIsKept(
            @ForAll("keeps") Metric.Keep metric, @ForAll("weeks") List<BigDecimal> values, @ForAll Random random) {
        assertThat(Scoring.score(metric, shuffled(values, random))).isEqualTo(Scoring.score(metric, values));
    }

    @Property
    void theOrderOfKeyResultsDoesNotMatter(@ForAll("parts") List<Weighted> parts, @ForAll Random random) {
        assertThat(Scoring.weightedMean(shuffled(parts, random))).isEqualTo(Scoring.weightedMean(parts));
    }

    @Property
    void aMeanLiesBetweenItsParts(@ForAll("parts") @NotEmpty List<Weighted> parts) {
        var scores = parts.stream().map(Weighted::score).toList();

        assertThat(Scoring.weightedMean(parts)).isBetween(Collections.min(scores), Collections.max(scores));
        assertThat(Scoring.mean(scores)).isBetween(Collections.min(scores), Collections.max(scores));
    }

    @Property
    void aWeightIsThatManyEqualKeyResults(@ForAll("parts") List<Weighted> parts) {
        var spread = parts.stream()
                .flatMap(part -> Collections.nCopies(part.weight(), part.score()).stream())
                .toList();

        assertThat(Scoring.mean(spread)).isEqualTo(Scoring.weightedMean(parts));
    }

    @Property
    void whatWasStoredScoresAsWhatWasSaid(@ForAll("metrics") Metric metric, @ForAll("weeks") List<BigDecimal> values) {
        var storedMetric = JSON.readValue(JSON.writeValueAsString(metric), Metric.class);
        var storedValues = List.of(JSON.readValue(JSON.writeValueAsString(values), BigDecimal[].class));

        assertThat(storedMetric).isEqualTo(metric);
        assertThat(Scoring.score(storedMetric, storedValues)).isEqualTo(Scoring.score(metric, values));
    }

    @Property
    void anotherSpellingOfANumberIsTheSameMetric(
            @ForAll("numbers") BigDecimal baseline, @ForAll("numbers") BigDecimal target) {
        var spelledOut = new Metric.Reach("h", baseline.setScale(20), target.setScale(20));

        assertThat(spelledOut).isEqualTo(new Metric.Reach("h", baseline, target));
    }

    @Provide
    Arbitrary<BigDecimal> numbers() {
        var limit = new BigDecimal("999999999999.999999");
        return Arbitraries.bigDecimals()
                .between(limit.negate(), limit)
                .ofScale(6)
                .edgeCases(cases -> cases.includeOnly(limit.negate(), BigDecimal.ZERO.setScale(6), limit));
    }

    @Provide
    Arbitrary<List<BigDecimal>> weeks() {
        return numbers().list().ofMaxSize(13);
    }

    @Provide
    Arbitrary<Metric.Reach> reaches() {
        return Combinators.combine(numbers(), numbers())
                .as((baseline, target) -> new Metric.Reach("h", baseline, target))
                .filter(metric -> metric.violatedRule() == null);
    }

    @Provide
    Arbitrary<Metric.Keep> keeps() {
        return Arbitraries.oneOf(
                numbers().map(target -> new Metric.KeepAtLeast("h", target)),
                numbers().map(target -> new Metric.KeepAtMost("h", target)),
                Combinators.combine(numbers(), numbers())
                        .as((one, other) -> new Metric.KeepWithin("h", one.min(other), one.max(other)))
                        .filter(metric -> metric.violatedRule() == null));
    }

    @Provide
    Arbitrary<Metric> metrics() {
        return Arbitraries.oneOf(reaches(), keeps());
    }

    @Provide
    Arbitrary<List<Weighted>> parts() {
        var scores = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.ONE)
                .ofScale(4);
        return Combinators.combine(Arbitraries.integers().between(1, 100), scores)
                .as(Weighted::new)
                .list()
                .ofMaxSize(10);
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        var copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }
}

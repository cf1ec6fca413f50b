package io.okrledger.query.completion;

import static java.lang.Math.exp;
import static java.lang.Math.hypot;
import static java.lang.Math.log;
import static java.lang.Math.sqrt;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.inference.FisherExactTest;
import org.jspecify.annotations.Nullable;

/** Two independent proportions side by side; both of at least one. */
record Comparison(Proportion first, Proportion second) {

    private static final double Z = NormalDistribution.of(0, 1).inverseSurvivalProbability(Proportion.ALPHA / 2);

    double difference() {
        return first.rate() - second.rate();
    }

    /**
     * Newcombe's hybrid score interval: the distances of the two rates from the bounds of their Wilson intervals, squared
     * and added. R. G. Newcombe, "Interval estimation for the difference between independent proportions", Statistics in
     * Medicine 17 (1998), method 10.
     */
    Interval differenceInterval() {
        return Interval.of(
                difference() - hypot(first.rate() - first.low(), second.high() - second.rate()),
                difference() + hypot(first.high() - first.rate(), second.rate() - second.low()));
    }

    /** Null when the second proportion is zero. */
    @Nullable Double ratio() {
        return second.met() == 0 ? null : first.rate() / second.rate();
    }

    /**
     * Katz's log interval of the ratio; null when either proportion is zero, of which there is no logarithm. D. Katz and
     * others, "Obtaining confidence intervals for the risk ratio in cohort studies", Biometrics 34 (1978).
     */
    @Nullable Interval ratioInterval() {
        if (first.met() == 0 || second.met() == 0) {
            return null;
        }
        var center = log(first.rate() / second.rate());
        var reach = Z * sqrt(variance(first) + variance(second));
        return Interval.of(exp(center - reach), exp(center + reach));
    }

    /** Fisher's exact test, two-sided. */
    double p() {
        int[][] table = {{first.met(), first.n() - first.met()}, {second.met(), second.n() - second.met()}};
        return FisherExactTest.withDefaults().test(table).getPValue();
    }

    private static double variance(Proportion proportion) {
        return 1.0 / proportion.met() - 1.0 / proportion.n();
    }
}

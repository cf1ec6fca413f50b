package io.okrledger.query.completion;

import java.util.List;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/** How many of a number of key results met their expectation; what is computed of it needs at least one. */
public record Proportion(int met, int n) {

    /** The error rate of every interval here: one in twenty. */
    static final double ALPHA = 0.05;

    static Proportion of(List<Unit> units) {
        return new Proportion((int) units.stream().filter(Unit::met).count(), units.size());
    }

    Proportion plus(Proportion other) {
        return new Proportion(met + other.met, n + other.n);
    }

    double rate() {
        return (double) met / n;
    }

    public Interval interval() {
        return Interval.of(low(), high());
    }

    /** The lower bound of Wilson's score interval. */
    double low() {
        return BinomialConfidenceInterval.WILSON_SCORE
                .fromErrorRate(n, met, ALPHA)
                .getLowerBound();
    }

    /** The upper bound of Wilson's score interval. */
    double high() {
        return BinomialConfidenceInterval.WILSON_SCORE
                .fromErrorRate(n, met, ALPHA)
                .getUpperBound();
    }
}

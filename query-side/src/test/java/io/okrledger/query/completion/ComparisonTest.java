package io.okrledger.query.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the worked examples of the publications that the methods come from. */
class ComparisonTest {

    /** R. G. Newcombe, Two-sided confidence intervals for the single proportion, Statist. Med. 17 (1998), table I. */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0.0000, 0.1611", "1, 29, 0.0061, 0.1718"})
    void agreesWithNewcombesExamplesOfTheWilsonInterval(int met, int n, double low, double high) {
        assertThat(new Proportion(met, n).interval()).isEqualTo(Interval.of(low, high));
    }

    /** R. G. Newcombe, Interval estimation for the difference ..., Statist. Med. 17 (1998), table II, method 10. */
    @ParameterizedTest
    @CsvSource({
        "56, 70, 48, 80, 0.0524, 0.3339",
        "9, 10, 3, 10, 0.1705, 0.8090",
        "6, 7, 2, 7, 0.0582, 0.8062",
        "5, 56, 0, 29, -0.0381, 0.1926",
        "0, 10, 0, 20, -0.1611, 0.2775",
        "0, 10, 0, 10, -0.2775, 0.2775",
        "10, 10, 0, 20, 0.6791, 1.0000",
        "10, 10, 0, 10, 0.6075, 1.0000"
    })
    void agreesWithNewcombesExamplesOfTheHybridScoreInterval(int a, int m, int b, int n, double low, double high) {
        assertThat(compare(a, m, b, n).differenceInterval()).isEqualTo(Interval.of(low, high));
    }

    /** Moore, McCabe and Craig, Introduction to the Practice of Statistics, 9th edition, example 8.18. */
    @Test
    void agreesWithAPublishedRelativeRisk() {
        var aspirin = compare(45, 411, 73, 411);
        assertThat(aspirin.ratio()).isCloseTo(0.6164, within(0.00005));
        assertThat(aspirin.ratioInterval()).isEqualTo(Interval.of(0.4364, 0.8707));
    }

    /** R. A. Fisher, The Design of Experiments (1935): the lady tasting tea, 34 of 70 two-sided. */
    @Test
    void agreesWithTheLadyTastingTea() {
        assertThat(compare(3, 4, 1, 4).p()).isCloseTo(34.0 / 70, within(1e-12));
    }

    /** R. A. Fisher, Statistical Methods for Research Workers, 14th edition (1970), section 21.02: twins of criminals. */
    @Test
    void agreesWithTheConvictionsOfTwins() {
        assertThat(compare(10, 13, 2, 17).p()).isCloseTo(0.0005367, within(0.00000005));
    }

    @Test
    void claimsNoRatioToNothing() {
        assertThat(compare(3, 10, 0, 10).ratio()).isNull();
        assertThat(compare(3, 10, 0, 10).ratioInterval()).isNull();
        assertThat(compare(0, 10, 3, 10).ratio()).isZero();
        assertThat(compare(0, 10, 3, 10).ratioInterval()).isNull();
    }

    private static Comparison compare(int met, int n, int otherMet, int otherN) {
        return new Comparison(new Proportion(met, n), new Proportion(otherMet, otherN));
    }
}

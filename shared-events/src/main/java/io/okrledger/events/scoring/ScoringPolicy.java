package io.okrledger.events.scoring;

import java.math.BigDecimal;

/**
 * The thresholds by which a cycle judges its scores.
 *
 * @param yellowFrom the lowest score that is yellow; below it is red
 * @param greenFrom the lowest score that is green
 * @param onTrackGap the largest gap between the expected and the actual score that is still on track
 * @param atRiskGap the largest gap that is still at risk; above it is off track
 * @param staleAfterDays the age of the newest check-in, in days, above which a key result is stale
 * @param committedExpectation the score that counts as met for a committed key result
 * @param aspirationalExpectation the score that counts as met for an aspirational key result
 */
public record ScoringPolicy(
        BigDecimal yellowFrom,
        BigDecimal greenFrom,
        BigDecimal onTrackGap,
        BigDecimal atRiskGap,
        int staleAfterDays,
        BigDecimal committedExpectation,
        BigDecimal aspirationalExpectation) {

    public ScoringPolicy {
        yellowFrom = Decimals.canonical(yellowFrom);
        greenFrom = Decimals.canonical(greenFrom);
        onTrackGap = Decimals.canonical(onTrackGap);
        atRiskGap = Decimals.canonical(atRiskGap);
        committedExpectation = Decimals.canonical(committedExpectation);
        aspirationalExpectation = Decimals.canonical(aspirationalExpectation);
    }

    /** Red below 0.3, green from 0.7; on track to a gap of 0.1, at risk to 0.3; stale after 14 days; 1 and 0.7 expected. */
    public static final ScoringPolicy DEFAULT = new ScoringPolicy(
            new BigDecimal("0.3"),
            new BigDecimal("0.7"),
            new BigDecimal("0.1"),
            new BigDecimal("0.3"),
            14,
            BigDecimal.ONE,
            new BigDecimal("0.7"));

    /** The score that counts as met: that of a commitment or that of a stretch. */
    public BigDecimal expectation(Ambition ambition) {
        return ambition == Ambition.COMMITTED ? committedExpectation : aspirationalExpectation;
    }
}

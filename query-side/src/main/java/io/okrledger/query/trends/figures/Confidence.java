package io.okrledger.query.trends.figures;

import io.okrledger.events.scoring.Decimals;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How sure people were at half time, and how right they were to be.
 *
 * @param atHalfTime the mean of the confidences, 0..10; null before half time
 * @param n how many key results had one and are graded
 * @param brierScore of these the mean of (confidence / 10 - outcome) squared, the outcome being 1 for met and 0 for not: 0
 *     is clairvoyance, 0.25 is what always saying 5 gets; null until something is graded
 */
public record Confidence(
        @Nullable BigDecimal atHalfTime, int n, @Nullable BigDecimal brierScore) {

    static Confidence of(List<JudgedKeyResult> keyResults) {
        var sure = 0;
        var said = 0;
        var graded = 0;
        var missedBy = 0;
        for (var keyResult : keyResults) {
            var confidence = keyResult.confidence();
            if (confidence != null) {
                said++;
                sure += confidence;
                if (keyResult.graded()) {
                    var miss = confidence - (keyResult.met() ? 10 : 0);
                    graded++;
                    missedBy += miss * miss;
                }
            }
        }
        return new Confidence(
                said == 0 ? null : Decimals.quotient(sure, said),
                graded,
                graded == 0 ? null : Decimals.quotient(missedBy, 100L * graded));
    }
}

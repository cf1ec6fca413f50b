package io.okrledger.query.objectives;

import io.okrledger.query.objectives.facts.Amendment;
import io.okrledger.query.objectives.facts.KnownKeyResult;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The grade of a key result as it was amended last.
 *
 * @param amendments oldest first; the first one tells the score that was given at the close
 */
record Grade(
        BigDecimal score,
        BigDecimal progress,
        boolean measured,
        BigDecimal expectation,
        boolean met,
        List<Amendment> amendments) {

    static @Nullable Grade of(KnownKeyResult keyResult) {
        var given = keyResult.grade();
        return given == null
                ? null
                : new Grade(
                        given.score(),
                        given.progress(),
                        given.measured(),
                        given.expectation(),
                        given.met(),
                        keyResult.amendments());
    }
}

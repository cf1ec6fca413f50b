package io.okrledger.query.objectives;

import io.okrledger.events.objective.GradeAmended;
import io.okrledger.events.objective.KeyResultGrade;
import io.okrledger.query.support.Fact;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

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

    record Amendment(BigDecimal oldScore, BigDecimal newScore, String reason, String actor, Instant at) {}

    static Grade of(KeyResultGrade given) {
        return of(given, List.of());
    }

    Grade amended(GradeAmended event, Fact fact) {
        var amendment = new Amendment(
                event.oldGrade().score(), event.newGrade().score(), event.reason(), fact.actor(), fact.at());
        return of(
                event.newGrade(),
                Stream.concat(amendments.stream(), Stream.of(amendment)).toList());
    }

    private static Grade of(KeyResultGrade given, List<Amendment> amendments) {
        return new Grade(
                given.score(), given.progress(), given.measured(), given.expectation(), given.met(), amendments);
    }
}

package io.okrledger.events.scoring;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a score compares with the one expected by then.
 *
 * @param expected at most 4 decimals
 * @param gap expected minus actual score; negative when ahead
 */
public record Pacing(BigDecimal expected, BigDecimal gap, Pace pace) {

    /** The version of these rules, those of {@link Course} and {@link Band} included; other ones are another version. */
    public static final int RULES_VERSION = 1;

    /**
     * Judges a score as seen at an instant. After the end of the cycle everything stays as it was at the end, because
     * nobody can check in any more.
     *
     * @param newestCheckInAt when somebody last said something about the key result; null for never, which is stale from
     *     the first due moment on
     */
    public static Pacing at(Instant asked, Course course, BigDecimal score, @Nullable Instant newestCheckInAt) {
        var moment = asked.isBefore(course.endsAt()) ? asked : course.endsAt();
        var expected = course.expectedAt(moment);
        var gap = Decimals.canonical(expected.subtract(score));
        return new Pacing(expected, gap, paceAt(moment, course, gap, newestCheckInAt));
    }

    private static Pace paceAt(Instant moment, Course course, BigDecimal gap, @Nullable Instant newestCheckInAt) {
        if (course.firstDueAt() == null || moment.isBefore(course.firstDueAt())) {
            return Pace.PENDING;
        }
        var policy = course.policy();
        if (newestCheckInAt == null
                || newestCheckInAt
                        .plus(Duration.ofDays(policy.staleAfterDays()))
                        .isBefore(moment)) {
            return Pace.STALE;
        }
        return paceOf(gap, policy);
    }

    /** The pace that a gap alone means, of something that is due and not silent. */
    public static Pace paceOf(BigDecimal gap, ScoringPolicy policy) {
        if (gap.compareTo(policy.onTrackGap()) <= 0) {
            return Pace.ON_TRACK;
        }
        return gap.compareTo(policy.atRiskGap()) <= 0 ? Pace.AT_RISK : Pace.OFF_TRACK;
    }
}

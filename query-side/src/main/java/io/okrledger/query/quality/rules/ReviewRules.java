package io.okrledger.query.quality.rules;

import io.okrledger.events.calendar.IsoWeek;
import io.okrledger.events.calendar.WeekFacts;
import io.okrledger.events.calendar.WeekJudgement;
import io.okrledger.events.calendar.WeekState;
import io.okrledger.query.measure.WeekReading;
import io.okrledger.query.objectives.facts.KnownKeyResult;
import io.okrledger.query.objectives.facts.ObjectiveFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is looked for in when somebody checked in, and when nobody did. */
final class ReviewRules {

    /** With fewer weeks behind it, half of them is chance. */
    private static final int FEWEST_WEEKS = 4;

    private static final Set<WeekState> UNSERVED = EnumSet.of(WeekState.MISSED, WeekState.OVERDUE);
    private static final Set<WeekState> SERVED = EnumSet.of(WeekState.ON_TIME, WeekState.LATE);

    private ReviewRules() {}

    static Stream<Finding> findings(ObjectiveFacts objective, KnownKeyResult keyResult, Situation situation) {
        if (situation.cycle().openedAt() == null) {
            return Stream.empty();
        }
        return Stream.of(stale(objective, keyResult, situation), forgotten(objective, keyResult, situation))
                .filter(Objects::nonNull);
    }

    private static @Nullable Finding stale(ObjectiveFacts objective, KnownKeyResult keyResult, Situation situation) {
        var calendar = situation.calendar();
        var days = situation.cycle().policy().staleAfterDays();
        var last = keyResult.measure().lastCheckInAt();
        var silent = last == null ? keyResult.createdAt() : last.plus(Duration.ofDays(days));
        var since = calendar.dueWeeks().stream()
                .map(calendar::dueMoment)
                .filter(due -> !due.isBefore(keyResult.createdAt()))
                .findFirst()
                .map(due -> Collections.max(List.of(due, silent)))
                .orElse(Instant.MAX);
        // The last moment of being fresh is the one at which the days are over, as on the scoreboard.
        var fresh = last == null ? since.isAfter(situation.asked()) : !since.isBefore(situation.asked());
        return fresh
                ? null
                : Finding.of(
                        Rule.STALE,
                        objective,
                        keyResult,
                        (last == null
                                        ? "A check-in of '%s' was due, and nobody ever gave one."
                                        : "Nobody has checked in '%s' for more than %d days.")
                                .formatted(keyResult.title(), days),
                        Map.of("lastCheckInAt", last == null ? "never" : last.toString(), "staleAfterDays", days),
                        since);
    }

    private static @Nullable Finding forgotten(
            ObjectiveFacts objective, KnownKeyResult keyResult, Situation situation) {
        var calendar = situation.calendar();
        Instant since = null;
        var due = 0;
        var unserved = 0;
        for (var week : calendar.dueWeeks()) {
            var state = state(keyResult, week, situation);
            due += SERVED.contains(state) || UNSERVED.contains(state) ? 1 : 0;
            unserved += UNSERVED.contains(state) ? 1 : 0;
            if (due < FEWEST_WEEKS || 2 * unserved < due) {
                since = null;
            } else if (since == null) {
                since = calendar.graceEnd(week);
            }
        }
        return since == null
                ? null
                : Finding.of(
                        Rule.SET_AND_FORGET,
                        objective,
                        keyResult,
                        "'%s' went without a check-in in %d of %d due weeks."
                                .formatted(keyResult.title(), unserved, due),
                        Map.of("due", due, "unserved", unserved),
                        since);
    }

    private static WeekState state(KnownKeyResult keyResult, IsoWeek week, Situation situation) {
        var recorded =
                keyResult.measure().of(week).map(WeekReading::firstRecordedAt).orElse(null);
        var facts = new WeekFacts(keyResult.createdAt(), situation.cycle().closedAt(), recorded);
        return WeekJudgement.of(situation.calendar(), week, facts, situation.asked())
                .state();
    }
}

package io.okrledger.query.cadence;

import io.okrledger.events.calendar.DueWeek;
import io.okrledger.events.calendar.IsoWeek;
import io.okrledger.events.calendar.WeekFacts;
import io.okrledger.events.calendar.WeekJudgement;
import io.okrledger.events.calendar.WeekState;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.person.PersonId;
import io.okrledger.query.measure.WeekReading;
import io.okrledger.query.objectives.facts.KnownKeyResult;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One week of one key result, as seen at an instant.
 *
 * @param recordedAt when the week was first checked in; null while it was not
 * @param backfilled whether that was too late to count
 * @param ownerId who owned the key result at the due moment and grace
 * @param value the last value given for the week
 */
public record Cell(
        String objectiveId,
        KeyResultId keyResultId,
        IsoWeek week,
        WeekState state,
        Instant dueAt,
        @Nullable Instant recordedAt,
        boolean backfilled,
        PersonId ownerId,
        @Nullable BigDecimal value) {

    /**
     * The weeks of a key result that fall due in its cycle, from the one in which it was added to the current one, or to
     * the one in which it ended.
     */
    public static Stream<Cell> of(String objectiveId, KnownKeyResult keyResult, CycleWeeks weeks, Instant asked) {
        var calendar = weeks.calendar();
        var ended = earlier(keyResult.endedAt(), weeks.cycle().closedAt());
        var first = calendar.weekAt(keyResult.createdAt());
        var last = calendar.weekAt(ended != null && ended.isBefore(asked) ? ended : asked);
        return weeks.due().stream()
                .filter(due -> due.week().compareTo(first) >= 0 && due.week().compareTo(last) <= 0)
                .map(due -> of(objectiveId, keyResult, ended, due, asked));
    }

    private static Cell of(
            String objectiveId, KnownKeyResult keyResult, @Nullable Instant ended, DueWeek due, Instant asked) {
        var reading = keyResult.measure().of(due.week());
        var recordedAt = reading.map(WeekReading::firstRecordedAt).orElse(null);
        var facts = new WeekFacts(keyResult.createdAt(), ended, recordedAt);
        var settled = ended == null ? asked : later(asked, due.nextDueAt());
        var judgement = WeekJudgement.of(due, facts, settled);
        return new Cell(
                objectiveId,
                keyResult.keyResultId(),
                due.week(),
                judgement.state(),
                due.dueAt(),
                recordedAt,
                judgement.backfilled(),
                keyResult.ownerAt(due.graceEnd()),
                reading.map(WeekReading::value).orElse(null));
    }

    /** The order of a list of cells: objectives and key results as they were created, weeks as they come. */
    String place() {
        return objectiveId + '/' + keyResultId + '/' + week;
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}

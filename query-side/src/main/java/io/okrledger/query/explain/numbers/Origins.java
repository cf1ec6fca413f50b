package io.okrledger.query.explain.numbers;

import static java.util.Comparator.comparing;

import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.person.PersonId;
import io.okrledger.query.history.HistoryView;
import io.okrledger.query.measure.WeekReading;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which events made the facts of an objective what they are, as positions.
 *
 * @param rows the history of the objective and its key results, oldest first
 */
public record Origins(List<HistoryView> rows) {

    private static final String RECORDED = "objective.check-in-recorded";
    private static final String CORRECTED = "objective.check-in-corrected";
    private static final String RETRACTED = "objective.check-in-retracted";

    /** The event that changed a field last; of the objective itself without a key result. */
    List<Long> last(@Nullable KeyResultId id, String field) {
        return newest(about(id).filter(row -> row.field().equals(field)));
    }

    /** All that ever changed one of these fields, and not only gave it its first value. */
    List<HistoryView> changes(KeyResultId id, Predicate<String> field) {
        return about(id)
                .filter(row -> field.test(row.field()) && row.before() != null)
                .toList();
    }

    List<HistoryView> grades(@Nullable KeyResultId id) {
        return about(id).filter(row -> row.field().equals("grade")).toList();
    }

    List<Long> added(KeyResultId id) {
        return about(id).limit(1).map(HistoryView::position).toList();
    }

    /** What ended the life of a key result before its cycle did. */
    List<Long> ended(KeyResultId id) {
        return Stream.concat(about(id), about(null))
                .filter(row -> row.field().equals("dropped") || row.field().equals("abandoned"))
                .map(HistoryView::position)
                .sorted()
                .limit(1)
                .toList();
    }

    /** Since when somebody owned a key result at an instant. */
    List<Long> owner(KeyResultId id, PersonId owner, Instant until) {
        var tenures = about(id)
                .filter(row -> row.field().equals("owner"))
                .filter(row -> owner.toString().equals(row.after()))
                .toList();
        var begun = newest(tenures.stream().filter(row -> !row.at().isAfter(until)));
        return begun.isEmpty()
                ? tenures.stream().limit(1).map(HistoryView::position).toList()
                : begun;
    }

    /** What gave a week its value: a check-in, its correction, or the retraction of one that had replaced it. */
    List<Long> value(KeyResultId id, WeekReading reading) {
        return newest(Stream.concat(
                replaced(id, reading),
                of(id, reading, "value")
                        .filter(row -> row.fact().equals(CORRECTED) && says(row.after(), reading.value()))));
    }

    /** A check-in that is as sure as the one before it is no change of confidence, and yet where it comes from. */
    List<Long> confidence(KeyResultId id, WeekReading reading) {
        var sure = BigDecimal.valueOf(reading.confidence());
        return newest(Stream.concat(
                replaced(id, reading), of(id, reading, "confidence").filter(row -> says(row.after(), sure))));
    }

    /** Each time that a week got another check-in to stand for it. */
    private Stream<HistoryView> replaced(KeyResultId id, WeekReading reading) {
        return of(id, reading, "value")
                .filter(row -> row.fact().equals(RECORDED)
                        || (row.fact().equals(RETRACTED) && !Objects.equals(row.before(), row.after())));
    }

    /** The check-in that served a week first. */
    List<Long> firstRecorded(KeyResultId id, WeekReading reading) {
        return recordedAt(id, reading, reading.firstRecordedAt());
    }

    /** The newest check-in for a week. */
    List<Long> lastRecorded(KeyResultId id, WeekReading reading) {
        return recordedAt(id, reading, reading.lastRecordedAt());
    }

    private List<Long> recordedAt(KeyResultId id, WeekReading reading, Instant at) {
        return newest(of(id, reading, "value")
                .filter(row -> row.fact().equals(RECORDED) && row.at().equals(at)));
    }

    private Stream<HistoryView> of(KeyResultId id, WeekReading reading, String field) {
        return about(id)
                .filter(row -> row.field().equals(field) && reading.week().equals(row.week()));
    }

    private Stream<HistoryView> about(@Nullable KeyResultId id) {
        return rows.stream().filter(row -> Objects.equals(id, row.keyResultId()));
    }

    private static boolean says(@Nullable Object said, BigDecimal number) {
        return said != null && new BigDecimal(said.toString()).compareTo(number) == 0;
    }

    private static List<Long> newest(Stream<HistoryView> rows) {
        return rows.max(comparing(HistoryView::id)).map(HistoryView::position).stream()
                .toList();
    }
}

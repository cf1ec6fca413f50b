package io.okrledger.query.objectives;

import io.okrledger.events.calendar.IsoWeek;
import io.okrledger.events.objective.CheckInCorrected;
import io.okrledger.events.objective.CheckInId;
import io.okrledger.events.objective.CheckInRecorded;
import io.okrledger.events.objective.CheckInRetracted;
import io.okrledger.events.objective.KeyResultEvent;
import io.okrledger.events.objective.Reading;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The check-in recorded last for a week. */
record Latest(
        CheckInId checkInId,
        IsoWeek week,
        BigDecimal value,
        int confidence,
        @Nullable String note) {

    /** What the weeks say after an event of their key result, oldest week first. */
    static List<Latest> after(KeyResultEvent event, List<Latest> weeks) {
        if (event instanceof CheckInRecorded recorded) {
            return with(recorded.week(), of(recorded.checkInId(), recorded.week(), recorded.reading()), weeks);
        }
        if (event instanceof CheckInCorrected corrected) {
            return weeks.stream()
                    .map(known -> known.checkInId.equals(corrected.checkInId())
                            ? of(known.checkInId, known.week, corrected.newReading())
                            : known)
                    .toList();
        }
        if (event instanceof CheckInRetracted retracted) {
            var left = retracted.remaining();
            var latest = left == null ? null : of(left.checkInId(), retracted.week(), left.reading());
            return with(retracted.week(), latest, weeks);
        }
        return weeks;
    }

    private static Latest of(CheckInId checkInId, IsoWeek week, Reading reading) {
        return new Latest(checkInId, week, reading.value(), reading.confidence(), reading.note());
    }

    private static List<Latest> with(IsoWeek week, @Nullable Latest latest, List<Latest> weeks) {
        var others = weeks.stream().filter(known -> !known.week.equals(week));
        return Stream.concat(others, Stream.ofNullable(latest))
                .sorted(Comparator.comparing(Latest::week))
                .toList();
    }
}

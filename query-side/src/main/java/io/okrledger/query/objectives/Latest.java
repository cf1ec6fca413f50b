package io.okrledger.query.objectives;

import io.okrledger.events.calendar.IsoWeek;
import io.okrledger.events.objective.CheckInId;
import io.okrledger.query.measure.WeekReading;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The check-in recorded last for a week. */
record Latest(
        CheckInId checkInId,
        IsoWeek week,
        BigDecimal value,
        int confidence,
        @Nullable String note) {

    static Latest of(WeekReading reading) {
        return new Latest(reading.checkInId(), reading.week(), reading.value(), reading.confidence(), reading.note());
    }
}

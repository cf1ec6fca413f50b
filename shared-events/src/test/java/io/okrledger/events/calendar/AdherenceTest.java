package io.okrledger.events.calendar;

import static io.okrledger.events.calendar.WeekState.EXCUSED;
import static io.okrledger.events.calendar.WeekState.LATE;
import static io.okrledger.events.calendar.WeekState.MISSED;
import static io.okrledger.events.calendar.WeekState.NOT_APPLICABLE;
import static io.okrledger.events.calendar.WeekState.ON_TIME;
import static io.okrledger.events.calendar.WeekState.OVERDUE;
import static io.okrledger.events.calendar.WeekState.PENDING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AdherenceTest {

    @Test
    void adherenceIsTheShareOfSettledWeeksThatWereServed() {
        var adherence = Adherence.of(List.of(ON_TIME, LATE, MISSED, EXCUSED, NOT_APPLICABLE, OVERDUE, PENDING));

        assertThat(adherence).isEqualTo(new Adherence(1, 1, 1, 1, 1, 1));
        assertThat(adherence.settled()).isEqualTo(3);
        assertThat(adherence.adherence()).isEqualTo("0.6667");
        assertThat(adherence.onTimeRate()).isEqualTo("0.3333");
    }

    @Test
    void withoutASettledWeekThereIsNoRate() {
        var adherence = Adherence.of(List.of(PENDING, EXCUSED, NOT_APPLICABLE, OVERDUE));

        assertThat(adherence.adherence()).isNull();
        assertThat(adherence.onTimeRate()).isNull();
    }

    @Test
    void aStreakCountsBackFromTheNewestSettledWeek() {
        assertThat(Adherence.streak(List.of(MISSED, ON_TIME, ON_TIME, OVERDUE, PENDING)))
                .isEqualTo(2);
        assertThat(Adherence.streak(List.of(ON_TIME, ON_TIME))).isEqualTo(2);
        assertThat(Adherence.streak(List.of())).isZero();
    }

    @Test
    void aLateOrMissedWeekBreaksAStreak() {
        assertThat(Adherence.streak(List.of(ON_TIME, MISSED))).isZero();
        assertThat(Adherence.streak(List.of(ON_TIME, LATE))).isZero();
        assertThat(Adherence.streak(List.of(ON_TIME, LATE, ON_TIME))).isEqualTo(1);
    }

    @Test
    void excusedAndNotApplicableWeeksNeitherCountNorBreak() {
        assertThat(Adherence.streak(List.of(NOT_APPLICABLE, ON_TIME, EXCUSED, ON_TIME, EXCUSED)))
                .isEqualTo(2);
    }
}

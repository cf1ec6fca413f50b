package io.okrledger.query.cycles;

import static io.okrledger.query.support.Happening.fact;
import static io.okrledger.query.support.Sample.CYCLE;
import static io.okrledger.query.support.Sample.CYCLE_ID;
import static io.okrledger.query.support.Sample.PAUSE;
import static io.okrledger.query.support.Sample.WEEK_41;
import static org.assertj.core.api.Assertions.assertThat;

import io.okrledger.events.calendar.IsoWeek;
import io.okrledger.events.cycle.CycleClosed;
import io.okrledger.events.cycle.CycleOpened;
import io.okrledger.query.cycles.CycleView.ExplainedPause;
import io.okrledger.query.support.ProjectionFixture;
import org.junit.jupiter.api.Test;

class CycleProjectionTest {

    private final ProjectionFixture<CycleView> cycles =
            ProjectionFixture.of(CycleProjection::new, CycleProjection::open);

    @Test
    void beginsPlannedWithItsPolicies() {
        var cycle = cycles.given(fact(CYCLE)).only();
        assertThat(cycle.status()).isEqualTo(CycleStatus.PLANNED);
        assertThat(cycle.cadence()).isEqualTo(CYCLE.cadence());
        assertThat(cycle.policy()).isEqualTo(CYCLE.policy());
        assertThat(cycle.timeZone()).isEqualTo(CYCLE.timeZone());
        assertThat(cycle.openedAt()).isNull();
    }

    @Test
    void keepsItsPausesAndExcusesTheWeeksThatFallDueInThem() {
        var cycle = cycles.given(fact(CYCLE), fact(PAUSE)).only();
        assertThat(cycle.pauses())
                .containsExactly(new ExplainedPause(PAUSE.pauseId(), PAUSE.from(), PAUSE.to(), "Holidays"));
        assertThat(cycle.calendar().isPaused(new IsoWeek(2026, 52))).isTrue();
        assertThat(cycle.calendar().isPaused(WEEK_41)).isFalse();
        assertThat(cycle.version()).isEqualTo(1);
    }

    @Test
    void opensAndCloses() {
        var cycle = cycles.given(
                        fact(CYCLE),
                        fact(new CycleOpened(CYCLE_ID)).at("2026-10-02T09:00:00Z"),
                        fact(new CycleClosed(CYCLE_ID)).at("2027-01-04T09:00:00Z"))
                .only();
        assertThat(cycle.status()).isEqualTo(CycleStatus.CLOSED);
        assertThat(cycle.openedAt()).isEqualTo("2026-10-02T09:00:00Z");
        assertThat(cycle.closedAt()).isEqualTo("2027-01-04T09:00:00Z");
        assertThat(cycle.changedAt()).isEqualTo("2027-01-04T09:00:00Z");
        assertThat(cycle.version()).isEqualTo(2);
    }
}

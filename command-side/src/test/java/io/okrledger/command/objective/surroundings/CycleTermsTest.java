package io.okrledger.command.objective.surroundings;

import static org.assertj.core.api.Assertions.assertThat;

import io.okrledger.command.support.Around;
import io.okrledger.events.calendar.CadencePolicy;
import io.okrledger.events.calendar.IsoWeek;
import io.okrledger.events.calendar.Pause;
import io.okrledger.events.cycle.CheckInsPaused;
import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.cycle.CycleOpened;
import io.okrledger.events.cycle.CyclePlanned;
import io.okrledger.events.cycle.PauseId;
import io.okrledger.events.scoring.ScoringPolicy;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CycleTermsTest {

    private static final CycleId CYCLE = new CycleId(UUID.randomUUID());
    private static final LocalDate MONDAY = LocalDate.of(2026, 12, 21);
    private static final LocalDate FRIDAY = LocalDate.of(2026, 12, 25);

    @Test
    void knowsThePausesOfTheCycle() {
        var around = new Around()
                .stream(CYCLE, planned(), pause(MONDAY, FRIDAY), new CycleOpened(CYCLE), pause(FRIDAY, FRIDAY));

        var calendar = CycleTerms.of(CYCLE, around.streams()).calendar();

        assertThat(calendar.pauses()).containsExactly(new Pause(MONDAY, FRIDAY), new Pause(FRIDAY, FRIDAY));
        assertThat(calendar.isPaused(IsoWeek.from("2026-W52"))).isTrue();
    }

    private static CheckInsPaused pause(LocalDate from, LocalDate to) {
        return new CheckInsPaused(CYCLE, new PauseId(UUID.randomUUID()), from, to, "Christmas");
    }

    private static CyclePlanned planned() {
        return new CyclePlanned(
                CYCLE,
                "2026-Q4",
                LocalDate.of(2026, 10, 1),
                LocalDate.of(2026, 12, 31),
                ZoneId.of("Europe/Berlin"),
                CadencePolicy.DEFAULT,
                ScoringPolicy.DEFAULT);
    }
}

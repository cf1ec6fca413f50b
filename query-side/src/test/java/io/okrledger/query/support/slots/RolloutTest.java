package io.okrledger.query.support.slots;

import static io.okrledger.query.support.slots.Rollout.State.BUILDING;
import static io.okrledger.query.support.slots.Rollout.State.CATCHING_UP;
import static io.okrledger.query.support.slots.Rollout.State.DROPPING;
import static io.okrledger.query.support.slots.Rollout.State.EMPTYING;
import static io.okrledger.query.support.slots.Rollout.State.REBUILT;
import static io.okrledger.query.support.slots.Rollout.State.SERVING;
import static org.assertj.core.api.Assertions.assertThat;

import io.okrledger.query.support.slots.Rollout.State;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RolloutTest {

    private static final Instant AT = Instant.parse("2026-10-01T09:00:00Z");

    private static final Map<String, BiFunction<Rollout, Instant, Optional<Rollout>>> STEPS = Map.of(
            "rebuild", Rollout::rebuild,
            "cancel", Rollout::cancel,
            "confirm", Rollout::confirm,
            "rollBack", Rollout::rollBack,
            "emptied", Rollout::emptied,
            "built", Rollout::built,
            "caughtUp", Rollout::caughtUp);

    private static final Map<State, Set<String>> ALLOWED = Map.of(
            SERVING, Set.of("rebuild"),
            EMPTYING, Set.of("cancel", "emptied"),
            BUILDING, Set.of("cancel", "built"),
            CATCHING_UP, Set.of("cancel", "caughtUp"),
            REBUILT, Set.of("confirm", "rollBack"),
            DROPPING, Set.of("emptied"));

    @ParameterizedTest
    @EnumSource
    void refusesEveryStepThatIsOutOfPlace(State state) {
        var rollout = new Rollout("goals", state, Slot.GREEN, 3, 4L, 4, AT, 20);
        STEPS.forEach((name, step) -> assertThat(step.apply(rollout, AT))
                .as(name)
                .matches(after -> after.isPresent() == ALLOWED.get(state).contains(name)));
    }

    @Test
    void flipsToTheNewVersionAndKeepsTheOldOneUntilItIsConfirmed() {
        var begun = step(Rollout.first("goals"), Rollout::rebuild);
        assertThat(begun).isEqualTo(new Rollout("goals", EMPTYING, Slot.BLUE, 1, 2L, 2, AT, 1));
        var built = step(step(begun, Rollout::emptied), Rollout::built);
        assertThat(built).isEqualTo(new Rollout("goals", CATCHING_UP, Slot.BLUE, 1, 2L, 2, AT, 3));
        var flipped = step(built, Rollout::caughtUp);
        assertThat(flipped).isEqualTo(new Rollout("goals", REBUILT, Slot.GREEN, 2, 1L, 2, AT, 4));

        var kept = step(step(flipped, Rollout::confirm), Rollout::emptied);

        assertThat(kept).isEqualTo(new Rollout("goals", SERVING, Slot.GREEN, 2, null, 2, AT, 6));
    }

    @Test
    void goesBackToTheOldVersionAndNeverUsesANumberTwice() {
        var flipped = new Rollout("goals", REBUILT, Slot.GREEN, 2, 1L, 2, AT, 4);
        var back = step(flipped, Rollout::rollBack);
        assertThat(back).isEqualTo(new Rollout("goals", DROPPING, Slot.BLUE, 1, 2L, 2, AT, 5));

        var again = step(step(back, Rollout::emptied), Rollout::rebuild);

        assertThat(again).isEqualTo(new Rollout("goals", EMPTYING, Slot.BLUE, 1, 3L, 3, AT, 7));
    }

    @ParameterizedTest
    @EnumSource(names = {"EMPTYING", "BUILDING", "CATCHING_UP"})
    void servesAsBeforeWhenItIsCancelled(State state) {
        var building = new Rollout("goals", state, Slot.GREEN, 3, 4L, 4, AT, 20);
        assertThat(step(building, Rollout::cancel))
                .isEqualTo(new Rollout("goals", DROPPING, Slot.GREEN, 3, 4L, 4, AT, 21));
    }

    private static Rollout step(Rollout rollout, BiFunction<Rollout, Instant, Optional<Rollout>> step) {
        return step.apply(rollout, AT).orElseThrow();
    }
}

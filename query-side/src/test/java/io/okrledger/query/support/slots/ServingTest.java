package io.okrledger.query.support.slots;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

class ServingTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final Serving serving = new Serving();
    private final Map<String, Long> positions = new ConcurrentHashMap<>(Map.of("goals", 7L, "goals.green", 5L));
    private final ToLongFunction<String> reached = positions::get;

    @Test
    void readsTheFirstSlotToBeginWith() {
        assertThat(serving.slot("goals")).isEqualTo(Slot.BLUE);
        assertThat(serving.position("goals", reached)).isEqualTo(7);
    }

    @Test
    void doesNotReadASlotThatIsBehindWhatWasTold() {
        assertThat(serving.handOver("goals", Slot.GREEN, reached, Duration.ofMillis(20)))
                .isFalse();
        assertThat(serving.slot("goals")).isEqualTo(Slot.BLUE);
        assertThat(serving.position("goals", reached)).isEqualTo(7);
    }

    @Test
    void tellsOnlyWhatBothHaveReachedUntilTheOtherIsRead() {
        var handedOver = CompletableFuture.supplyAsync(() -> serving.handOver("goals", Slot.GREEN, reached, LONG));
        var told = serving.position("goals", reached);
        while (told == 7) {
            Thread.onSpinWait();
            told = serving.position("goals", reached);
        }
        assertThat(told).isEqualTo(5);
        assertThat(serving.slot("goals")).isEqualTo(Slot.BLUE);

        positions.put("goals.green", 8L);

        assertThat(handedOver.join()).isTrue();
        assertThat(serving.slot("goals")).isEqualTo(Slot.GREEN);
        assertThat(serving.position("goals", reached)).isEqualTo(8);
    }

    @Test
    void readsOneSlotForAsLongAsAQuestionTakes() {
        positions.put("goals.green", 9L);
        serving.steadily(() -> {
            var begun = serving.slot("goals");
            CompletableFuture.supplyAsync(() -> serving.handOver("goals", Slot.GREEN, reached, LONG))
                    .join();
            assertThat(serving.slot("goals")).isEqualTo(begun).isEqualTo(Slot.BLUE);
            assertThat(serving.position("goals", reached)).isEqualTo(7);
            return begun;
        });
        assertThat(serving.slot("goals")).isEqualTo(Slot.GREEN);
    }

    /** Both slots advance, one at a time ahead of the other, while it is handed over to and fro. */
    @Test
    void whatWasToldIsInWhicheverSlotIsReadAfterwards() {
        positions.put("goals", 0L);
        positions.put("goals.green", 0L);
        var done = new AtomicBoolean();
        var advancing = CompletableFuture.runAsync(() -> {
            for (var position = 1L; !done.get(); position++) {
                positions.put(position % 2 == 0 ? "goals" : "goals.green", position);
                positions.put("goals", position);
                positions.put("goals.green", position);
            }
        });
        var handing = CompletableFuture.runAsync(() -> {
            while (!done.get()) {
                serving.handOver("goals", serving.slot("goals").other(), reached, LONG);
            }
        });
        for (var question = 0; question < 200_000; question++) {
            var told = serving.position("goals", reached);
            assertThat(positions.get(serving.slot("goals").of("goals"))).isGreaterThanOrEqualTo(told);
        }
        done.set(true);
        CompletableFuture.allOf(advancing, handing).join();
    }
}

package io.okrledger.log.eventstore;

import static io.okrledger.log.Events.commit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.okrledger.log.EventLog;
import io.okrledger.log.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PulseTest {

    private final Store store = Store.on(new MemoryBackend());
    private final EventLog log = new EventLog(store.database(), Clock.systemUTC());
    private final AtomicInteger beats = new AtomicInteger();

    @AfterEach
    void close() {
        log.close();
        store.close();
    }

    @Test
    void beatsAtOnceAfterASilenceAndThenNotForEachCommit() {
        var pulse = new Pulse(log, Duration.ofDays(1));
        pulse.onMoved(beats::incrementAndGet);
        log.append(commit("a", 0, 1));
        log.append(commit("a", 1, 1));
        log.append(commit("a", 2, 1));
        assertThat(beats).hasValue(1);
        assertThat(pulse.position()).isEqualTo(1);
    }

    @Test
    void forgetsNothingThatCameTooSoon() {
        var pulse = new Pulse(log, Duration.ofMillis(10));
        pulse.onMoved(beats::incrementAndGet);
        for (var commit = 0; commit < 20; commit++) {
            log.append(commit("a", commit, 1));
        }
        await().untilAsserted(() -> assertThat(pulse.position()).isEqualTo(20));
        await().untilAsserted(() -> assertThat(beats).hasValueGreaterThan(1));
    }

    @Test
    void whoComesLateKnowsWhereTheLogEnds() {
        log.append(commit("a", 0, 1));
        var pulse = new Pulse(log, Duration.ofDays(1));
        pulse.onMoved(beats::incrementAndGet);
        assertThat(pulse.position()).isEqualTo(1);
        assertThat(beats).hasValue(0);
    }

    @Test
    void tellsNobodyWhoHasGone() {
        var pulse = new Pulse(log, Duration.ZERO);
        pulse.onMoved(beats::incrementAndGet).cancel();
        log.append(commit("a", 0, 1));
        assertThat(beats).hasValue(0);
    }

    @Test
    void oneThatFailsKeepsNothingFromTheOthers() {
        var pulse = new Pulse(log, Duration.ofDays(1));
        for (var listener = 0; listener < 3; listener++) {
            pulse.onMoved(() -> {
                beats.incrementAndGet();
                throw new IllegalStateException("shutting down");
            });
        }
        assertThat(log.append(commit("a", 0, 1)).position()).isEqualTo(1);
        assertThat(beats).hasValue(3);
    }
}

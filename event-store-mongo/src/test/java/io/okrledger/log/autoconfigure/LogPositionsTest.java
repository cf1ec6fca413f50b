package io.okrledger.log.autoconfigure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.okrledger.log.EventLog;
import io.okrledger.log.LogObserver;
import io.okrledger.log.NewCommit;
import io.okrledger.log.StoredEvent;
import io.okrledger.log.TailInterval;
import io.okrledger.log.handover.Address;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.axonframework.config.DefaultConfigurer;
import org.junit.jupiter.api.Test;

class LogPositionsTest {

    /** Lets each write of the log go on when it is told to. */
    private static final class Gate implements LogObserver {

        private final Semaphore passes = new Semaphore(0);

        @Override
        public void sent(int commits) {
            passes.acquireUninterruptibly();
        }
    }

    @Test
    void countsTheCommitsThatWaitWhileOthersAreWritten() {
        var gate = new Gate();
        var server = new MongoServer(new MemoryBackend());
        var processors = DefaultConfigurer.defaultConfiguration()
                .eventProcessing(none -> {})
                .buildConfiguration()
                .eventProcessingConfiguration();
        var registry = new SimpleMeterRegistry();
        try (var client = MongoClients.create(server.bindAndGetConnectionString());
                var log = new EventLog(
                        client.getDatabase("log"),
                        Clock.systemUTC(),
                        TailInterval.DEFAULT,
                        gate,
                        Address.OF_THIS_MACHINE)) {
            new LogPositions(log, () -> processors).bindTo(registry);
            var waiting = registry.get("okr.log.waiting").gauge();
            assertThat(waiting.value()).isZero();

            var first = append(log);
            await().until(gate.passes::hasQueuedThreads);
            var others = Stream.of(append(log), append(log)).toList();

            await().untilAsserted(() -> assertThat(waiting.value()).isEqualTo(2));
            gate.passes.release(3);
            Stream.concat(Stream.of(first), others.stream()).forEach(CompletableFuture::join);
            assertThat(waiting.value()).isZero();
            assertThat(registry.get("okr.log.head").gauge().value()).isEqualTo(3);
        } finally {
            gate.passes.release(3);
            server.shutdownNow();
        }
    }

    private static CompletableFuture<?> append(EventLog log) {
        var event = new StoredEvent(
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString(),
                "thing",
                0,
                "thing.happened",
                1,
                Instant.EPOCH,
                "{}".getBytes(UTF_8),
                "{}".getBytes(UTF_8));
        return CompletableFuture.runAsync(
                () -> log.append(new NewCommit(List.of(event))), task -> new Thread(task).start());
    }
}

package io.okrledger.log;

import static io.okrledger.log.Events.commit;
import static org.assertj.core.api.Assertions.assertThat;

import io.okrledger.log.handover.Address;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two logs on one store, as two processes have them, with writers that do not pause. */
@Timeout(60)
class HandingOverTest {

    private static final int WRITERS = 4;

    @TempDir
    Path directory;

    private final History history = new History();
    private final Sent first = new Sent();
    private final Sent second = new Sent();
    private Store store;
    private List<EventLog> logs;

    /** What a log has sent to the store itself. */
    private static final class Sent implements LogObserver {

        final AtomicInteger commits = new AtomicInteger();
        final AtomicInteger stored = new AtomicInteger();

        @Override
        public void sent(int sent) {
            commits.addAndGet(sent);
        }

        @Override
        public void ended(Outcome outcome, Duration took) {
            if (outcome == Outcome.STORED) {
                stored.incrementAndGet();
            }
        }

        boolean hasHandedOver() {
            return commits.get() < stored.get();
        }
    }

    @BeforeEach
    void open() {
        store = Store.embedded(directory);
        logs = List.of(open(first), open(second));
    }

    private EventLog open(LogObserver observer) {
        return new EventLog(
                store.database(), Clock.systemUTC(), TailInterval.DEFAULT, observer, Address.OF_THIS_MACHINE);
    }

    @AfterEach
    void close() {
        logs.forEach(EventLog::close);
        store.close();
    }

    private void append(EventLog log, NewCommit commit) {
        history.begun(commit.id(), System.nanoTime());
        var stored = log.append(commit);
        history.acknowledged(commit.id(), System.nanoTime(), stored.position(), History.hash(stored));
    }

    private void appendUntilOneHandsOver() throws Exception {
        var enough = new AtomicBoolean();
        AtOnce.run(2 * WRITERS, writer -> {
            var stream = UUID.randomUUID().toString();
            for (var sequence = 0; !enough.get(); sequence++) {
                append(logs.get(writer % 2), commit(stream, sequence, 1));
                enough.compareAndSet(false, first.hasHandedOver() || second.hasHandedOver());
            }
        });
    }

    private void assertThatNothingIsLostOrDoubled(EventLog log) {
        var stored = LogAudit.everyCommit(log);
        assertThat(LogAudit.faults(stored, history)).isEmpty();
        assertThat(history.acknowledged()).isEqualTo(stored.size());
    }

    @Test
    void oneOfTwoWritesForBoth() throws Exception {
        appendUntilOneHandsOver();

        assertThatNothingIsLostOrDoubled(logs.get(0));
        assertThat(first.hasHandedOver() && second.hasHandedOver()).isFalse();
    }

    @Test
    void theOtherOneGoesOnWhenTheOneThatWritesIsClosed() throws Exception {
        appendUntilOneHandsOver();
        var writing = first.hasHandedOver() ? 1 : 0;
        var other = logs.get(1 - writing);

        logs.get(writing).close();

        var stream = UUID.randomUUID().toString();
        for (var sequence = 0; sequence < 100; sequence++) {
            append(other, commit(stream, sequence, 1));
        }
        assertThatNothingIsLostOrDoubled(other);
    }
}

package io.okrledger.log.eventstore;

import static io.okrledger.log.Events.commit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.okrledger.log.Commit;
import io.okrledger.log.EventLog;
import io.okrledger.log.LogUnavailableException;
import io.okrledger.log.Store;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PagesTest {

    private static final int COMMITS = 600;

    /** Counts what is looked for, and finds nothing out while it is closed. */
    private static final class Gate extends MemoryBackend {

        final AtomicInteger finds = new AtomicInteger();
        final AtomicBoolean closed = new AtomicBoolean();

        @Override
        public Document handleMessage(MongoMessage message) {
            if (message.getDocument().containsKey("find")) {
                finds.incrementAndGet();
                if (closed.get()) {
                    return new Document("ok", 0).append("code", 8).append("errmsg", "the gate is closed");
                }
            }
            return super.handleMessage(message);
        }
    }

    private final Gate gate = new Gate();
    private Store store;
    private EventLog log;
    private Pages pages;

    @BeforeEach
    void fill() {
        store = Store.on(gate);
        log = new EventLog(store.database(), Clock.systemUTC());
        for (var commit = 0; commit < COMMITS; commit++) {
            log.append(commit("a", commit, 1));
        }
        gate.finds.set(0);
        pages = new Pages(log, 0);
    }

    @AfterEach
    void close() {
        log.close();
        store.close();
    }

    private static List<Long> positions(List<Commit> page) {
        return page.stream().map(Commit::position).toList();
    }

    private static List<Long> range(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    @Test
    void giveTheWholeLogInOrder() {
        assertThat(positions(pages.next())).isEqualTo(range(1, 256));
        assertThat(positions(pages.next())).isEqualTo(range(257, 512));
        assertThat(positions(pages.next())).isEqualTo(range(513, COMMITS));
        assertThat(pages.position()).isEqualTo(COMMITS);
        assertThat(pages.next()).isEmpty();
    }

    @Test
    void goOnWithWhatIsAppendedLater() {
        pages = new Pages(log, COMMITS - 1);
        assertThat(positions(pages.next())).containsExactly((long) COMMITS);
        assertThat(pages.next()).isEmpty();

        log.append(commit("b", 0, 3));

        assertThat(positions(pages.next())).containsExactly(COMMITS + 1L);
        assertThat(pages.position()).isEqualTo(COMMITS + 3);
    }

    @Test
    void areFetchedWhileTheReaderIsBusy() {
        pages.next();

        await().untilAsserted(() -> assertThat(gate.finds).hasValue(2));
        pages.next();
        await().untilAsserted(() -> assertThat(gate.finds).hasValue(3));
    }

    @Test
    void areNotFetchedBeyondTheEnd() {
        pages = new Pages(log, COMMITS - 100);
        pages.next();

        assertThat(gate.finds).hasValue(1);
        pages.next();
        assertThat(gate.finds.get()).isGreaterThan(1);
    }

    @Test
    void missNothingWhenOneCouldNotBeFetched() {
        gate.closed.set(true);
        assertThatThrownBy(pages::next).isInstanceOf(LogUnavailableException.class);
        gate.closed.set(false);
        pages.next();
        await().untilAsserted(() -> assertThat(gate.finds).hasValue(3));

        gate.closed.set(true);
        assertThat(positions(pages.next())).isEqualTo(range(257, 512));
        assertThatThrownBy(pages::next).isInstanceOf(LogUnavailableException.class);
        gate.closed.set(false);

        assertThat(positions(pages.next())).isEqualTo(range(513, COMMITS));
    }
}

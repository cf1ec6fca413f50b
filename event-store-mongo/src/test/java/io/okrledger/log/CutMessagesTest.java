package io.okrledger.log;

import static io.okrledger.log.Events.commit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MILLISECOND;

import io.okrledger.log.CuttingProxy.Fate;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The net fails at each message that there is while clients open the log and append to it. Who is not told what became of
 * a commit sends it again, and in the end every commit is there once.
 *
 * <p>The embedded store offers no sessions, so the driver does not repeat writes on its own, whatever it is told; reads it
 * does.
 */
class CutMessagesTest {

    private static final int SEVERAL = 4;
    private static final int COMMITS = 2;

    private final History history = new History();
    private final List<String> cut = Collections.synchronizedList(new ArrayList<>());
    private CuttingProxy proxy;
    private int rounds;

    @BeforeEach
    void open() throws IOException {
        proxy = new CuttingProxy();
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"CUT_BEFORE", "CUT_WITHIN", "CUT_AFTER", "CUT_AND_DELAY"})
    void oneWriterLosesAndDoublesNothing(Fate fate) throws Exception {
        failAtEveryMessage(fate, 1, Set.of(), 1);

        requireEveryCommitOnce(rounds * COMMITS);
        assertThat(Collections.frequency(cut, "insert")).isGreaterThanOrEqualTo(COMMITS);
    }

    /** Three commands in a row: it also fails while they find out what became of what they had sent. */
    @ParameterizedTest
    @EnumSource(names = {"CUT_BEFORE", "CUT_WITHIN", "CUT_AFTER", "CUT_AND_DELAY"})
    void severalWritersLoseAndDoubleNothing(Fate fate) throws Exception {
        failAtEveryMessage(fate, 3, Set.of("handshake", "isMaster"), SEVERAL);

        requireEveryCommitOnce(rounds * SEVERAL * COMMITS);
        assertThat(Collections.frequency(cut, "find")).isGreaterThanOrEqualTo(COMMITS);
    }

    /** The last round is the one with so few messages that nothing fails. */
    private void failAtEveryMessage(Fate fate, int failures, Set<String> spared, int writers) throws Exception {
        int before;
        do {
            rounds++;
            before = cut.size();
            var next = new AtomicInteger();
            proxy.plan(command -> {
                var number = spared.contains(command) ? 0 : next.incrementAndGet();
                if (number >= rounds && number < rounds + failures) {
                    cut.add(command);
                    return fate;
                }
                if (command.equals("insert")) {
                    proxy.release(); // What is late comes at the same time as what was sent in its place.
                }
                return Fate.PASS;
            });
            try (var client = proxy.through();
                    var log = openAtLast(client)) {
                append(log, writers);
            }
            proxy.release();
            await().pollInterval(ONE_MILLISECOND).until(() -> proxy.delayed() == 0);
        } while (cut.size() > before);
    }

    private static EventLog openAtLast(Store client) {
        while (true) {
            try {
                return new EventLog(client.database(), Clock.systemUTC());
            } catch (LogUnavailableException e) {
                // Nothing is open yet that could know better.
            }
        }
    }

    private void append(EventLog log, int writers) throws Exception {
        AtOnce.run(writers, writer -> {
            for (var i = 0; i < COMMITS; i++) {
                history.appendUntilAnswered(log, commit("stream-" + rounds + "-" + writer, i * 3L, 3));
            }
        });
    }

    private void requireEveryCommitOnce(int count) {
        try (var direct = proxy.past();
                var log = new EventLog(direct.database(), Clock.systemUTC())) {
            var commits = LogAudit.everyCommit(log);
            assertThat(LogAudit.faults(commits, history)).isEmpty();
            assertThat(commits).hasSize(count);
            assertThat(history.acknowledged()).isEqualTo(count);
            assertThat(history.begun()).hasSize(count + history.refused().size());
        }
    }
}

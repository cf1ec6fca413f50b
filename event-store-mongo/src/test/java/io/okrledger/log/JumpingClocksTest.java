package io.okrledger.log;

import static io.okrledger.log.Events.commit;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Writers whose clocks go back and forth by hours. */
class JumpingClocksTest {

    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    private static final int PROCESSES = 3;
    private static final int WRITERS = 2;
    private static final int COMMITS = 10;
    private static final int JUMPS_ONE_OF = 8;
    private static final int LONGEST_JUMP = 6 * 3_600;

    private final History history = new History();
    private Store store;
    private List<EventLog> logs;

    @BeforeEach
    void open() {
        store = Store.inMemory();
        logs = IntStream.range(0, PROCESSES)
                .mapToObj(process -> new EventLog(store.database(), jumping(process)))
                .toList();
    }

    @AfterEach
    void close() {
        logs.forEach(EventLog::close);
        store.close();
    }

    @Test
    void positionsAreDenseAndTimeNeverGoesBack() throws Exception {
        appendAtOnce();

        var commits = LogAudit.everyCommit(logs.get(0));
        assertThat(LogAudit.faults(commits, history)).isEmpty();
        assertThat(commits).hasSize(PROCESSES * WRITERS * COMMITS);
        assertThat(history.acknowledged()).isEqualTo(commits.size());
    }

    @Test
    void thePositionAtAnInstantIsThatOfTheNewestCommitUpToThen() throws Exception {
        appendAtOnce();

        var commits = LogAudit.everyCommit(logs.get(0));
        var instants = new ArrayList<Instant>(List.of(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z")));
        commits.forEach(commit -> instants.addAll(
                List.of(commit.at().minusMillis(1), commit.at(), commit.at().plusMillis(1))));
        for (var instant : instants) {
            assertThat(logs.get(0).positionAt(instant)).as("at %s", instant).isEqualTo(positionAt(instant, commits));
        }
        assertThat(commits.stream().map(Commit::at).distinct().count()).isBetween(2L, (long) commits.size());
    }

    private static long positionAt(Instant instant, List<Commit> commits) {
        return commits.stream()
                .filter(commit -> !commit.at().isAfter(instant))
                .mapToLong(Commit::lastPosition)
                .max()
                .orElse(0);
    }

    private void appendAtOnce() throws Exception {
        AtOnce.run(PROCESSES * WRITERS, writer -> {
            for (var i = 0; i < COMMITS; i++) {
                history.append(logs.get(writer % PROCESSES), commit("stream-" + writer, i * 2L, 2));
            }
        });
    }

    /** Goes on a little each time that it is read, and now and then jumps by up to six hours, forth or back. */
    private static Clock jumping(long seed) {
        var random = new Random(seed);
        var now = new AtomicReference<>(NOON);
        InstantSource source = () -> now.updateAndGet(before -> random.nextInt(JUMPS_ONE_OF) == 0
                ? before.plusSeconds(random.nextInt(-LONGEST_JUMP, LONGEST_JUMP))
                : before.plusMillis(1));
        return source.withZone(ZoneOffset.UTC);
    }
}

package io.okrledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.okrledger.embedded.EmbeddedMongo;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Several processes write to one log, each with several writers, and a reader follows.
 *
 * <p>{@code -Dokr.writers.commits} says how many commits each writer makes.
 */
class SeveralProcessesTest {

    private static final Logger LOG = LoggerFactory.getLogger(SeveralProcessesTest.class);
    private static final int COMMITS = Integer.getInteger("okr.writers.commits", 15);
    private static final int WRITERS = 4;
    private static final List<Integer> FROM_THE_FIRST = Collections.nCopies(WRITERS, 0);

    @TempDir
    Path directory;

    private final History history = new History();
    private EmbeddedMongo embedded;
    private Store store;
    private EventLog log;
    private Follower follower;

    @BeforeEach
    void open() {
        embedded = EmbeddedMongo.open(directory.resolve("data"));
        store = Store.at(embedded.connectionString());
        log = new EventLog(store.database(), Clock.systemUTC());
        follower = new Follower(store.database());
    }

    @AfterEach
    void close() {
        follower.close();
        log.close();
        store.close();
        embedded.close();
    }

    private WriterProcess start(int process, String own, int commits, List<Integer> first) throws Exception {
        var task =
                new WriterProcess.Task(embedded.connectionString(), own, "all", "process " + process, commits, first);
        return WriterProcess.start(task, directory.resolve("errors-of-" + own), history);
    }

    private void finish(List<WriterProcess> processes) throws Exception {
        AtOnce.run(processes.size(), process -> processes.get(process).finish());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void loseAndDoubleNothing(int count) throws Exception {
        var processes = new ArrayList<WriterProcess>();
        for (var i = 0; i < count; i++) {
            processes.add(start(i, "process-" + i, COMMITS, FROM_THE_FIRST));
        }
        finish(processes);

        var commits = audit();
        assertThat(commits).hasSize(count * WRITERS * COMMITS);
        assertThat(history.acknowledged()).isEqualTo(commits.size());
        LOG.info(
                "{} processes: {} commits, {} refused, {} commits/s",
                count,
                commits.size(),
                history.refused().size(),
                history.perSecond());
    }

    /** What the killed one was not told of, its successor asks for again. */
    @Test
    void loseAndDoubleNothingWhenOneIsKilled() throws Exception {
        var killed = start(0, "killed", WriterProcess.Task.ENDLESS, FROM_THE_FIRST);
        var others = List.of(start(1, "second", COMMITS, FROM_THE_FIRST), start(2, "third", COMMITS, FROM_THE_FIRST));
        killed.read(WRITERS * COMMITS);
        killed.killIn(0);
        var successor = start(0, "successor", COMMITS, killed.acknowledged());
        finish(Stream.concat(others.stream(), Stream.of(successor)).toList());

        var commits = audit();
        var told = killed.acknowledged().stream().mapToInt(Integer::intValue).sum();
        // Writers with keys find theirs again; of the others one commit each may have been under way.
        assertThat(commits.size() - told - 3 * WRITERS * COMMITS).isBetween(0, WRITERS / 2);
        assertThat(history.acknowledged()).isEqualTo(told + 3 * WRITERS * COMMITS);
    }

    private List<Commit> audit() {
        var commits = LogAudit.everyCommit(log);
        assertThat(LogAudit.faults(commits, history)).isEmpty();
        await().untilAsserted(() -> assertThat(follower.seen()).hasSize(commits.size()));
        assertThat(follower.seen())
                .containsExactlyElementsOf(commits.stream().map(Commit::id).toList());
        return commits;
    }
}

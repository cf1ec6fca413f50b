package io.okrledger.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.okrledger.embedded.EmbeddedMongo;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A child process appends to the log of a directory and is killed at a random moment, again and again. After each kill
 * the whole log is what its writers were told.
 *
 * <p>{@code -Dokr.kill.rounds} says how often.
 */
class KilledLogTest {

    private static final Logger LOG = LoggerFactory.getLogger(KilledLogTest.class);
    private static final int ROUNDS = Integer.getInteger("okr.kill.rounds", 3);
    private static final int WRITERS = 10;
    private static final int MOST_LINES_BEFORE_THE_KILL = 600;
    private static final int LONGEST_WAIT_BEFORE_THE_KILL = 200;
    private static final int LONGEST_START = 2_000;

    @TempDir
    Path directory;

    private final Random moments = new Random();
    private final History history = new History();
    private List<Integer> acknowledged = Collections.nCopies(WRITERS, 0);

    @Test
    void holdsWhatItsWritersWereTold() throws Exception {
        var commits = 0;
        for (var round = 0; round < ROUNDS; round++) {
            writeUntilKilled(round);
            commits = audit();
        }
        LOG.info(
                "{} kills, {} commits acknowledged, {} refused, {} in the log",
                ROUNDS,
                history.acknowledged(),
                history.refused().size(),
                commits);
    }

    private void writeUntilKilled(int round) throws Exception {
        var name = String.valueOf(round);
        var task = new WriterProcess.Task(
                data().toString(), name, name, "all rounds", WriterProcess.Task.ENDLESS, acknowledged);
        var child = WriterProcess.start(task, directory.resolve("errors"), history);
        // Now and then while it starts, which is while it recovers from the kill before.
        var starting = round % 5 == 4;
        if (!starting) {
            child.read(1 + moments.nextInt(MOST_LINES_BEFORE_THE_KILL));
        }
        child.killIn(moments.nextInt(starting ? LONGEST_START : LONGEST_WAIT_BEFORE_THE_KILL));
        var before = acknowledged;
        var now = child.acknowledged();
        acknowledged = IntStream.range(0, WRITERS)
                .mapToObj(writer -> before.get(writer) + now.get(writer))
                .toList();
    }

    private Path data() {
        return directory.resolve("data");
    }

    /** Returns how many commits there are. */
    private int audit() {
        try (var store = EmbeddedMongo.open(data());
                var client = MongoClients.create(store.connectionString());
                var log = new EventLog(client.getDatabase("log"), Clock.systemUTC())) {
            var commits = LogAudit.everyCommit(log);
            assertThat(LogAudit.faults(commits, history)).isEmpty();
            // A commit of which nobody was told can only be one that was under way when a process was killed.
            assertThat(commits.size() - history.acknowledged()).isBetween(0, ROUNDS * WRITERS);
            requireValid(client.getDatabase("log"));
            return commits.size();
        }
    }

    private static void requireValid(MongoDatabase database) {
        var answer = database.runCommand(new Document("validate", Commits.COLLECTION));
        assertThat(answer.getList("errors", String.class)).isEmpty();
        assertThat(answer.getBoolean("valid")).isTrue();
    }
}

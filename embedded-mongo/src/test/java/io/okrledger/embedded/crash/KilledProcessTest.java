package io.okrledger.embedded.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.okrledger.embedded.EmbeddedMongo;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A child process in which several writers change documents, indexes and collections is killed at a random moment, again
 * and again on one directory. After each kill the store holds what was acknowledged, and of each writer's next command
 * all or nothing; and each index has the entries of one that is built anew.
 *
 * <p>{@code -Dokr.kill.rounds} says how often, {@code -Dokr.kill.seed} repeats the commands of an earlier run.
 */
class KilledProcessTest {

    private static final Logger LOG = LoggerFactory.getLogger(KilledProcessTest.class);
    private static final int ROUNDS = Integer.getInteger("okr.kill.rounds", 3);
    private static final long SEED = Long.getLong("okr.kill.seed", System.nanoTime());
    private static final int WRITERS = 6;
    private static final int MOST_ACKNOWLEDGED_BEFORE_THE_KILL = 400;
    private static final int LONGEST_WAIT_BEFORE_THE_KILL = 200;
    private static final int LONGEST_START = 2_000;

    @TempDir
    Path directory;

    private final Random moments = new Random(SEED);
    private final List<Progress> writers = IntStream.range(0, WRITERS)
            .mapToObj(writer -> new Progress(new Script(SEED, writer)))
            .toList();
    private final Figures figures = new Figures();

    @Test
    void losesNothingThatWasAcknowledgedAndLeavesNothingHalfDone() throws Exception {
        for (var round = 0; round < ROUNDS; round++) {
            writeUntilKilled(round);
            requireEverything("round " + round + " with the seed " + SEED);
        }
        LOG.info("{}", figures);
    }

    private void writeUntilKilled(int round) throws Exception {
        var child = Child.start(Writers.class, directory.resolve("errors"), arguments());
        // Now and then while it starts, which is while it recovers from the kill before.
        if (round % 5 == 4) {
            child.kill(moments.nextInt(LONGEST_START), this::take);
            return;
        }
        child.read(1 + moments.nextInt(MOST_ACKNOWLEDGED_BEFORE_THE_KILL), this::take);
        assertThatThrownBy(() -> EmbeddedMongo.open(data())).hasMessageEndingWith("is in use by another process.");
        child.kill(moments.nextInt(LONGEST_WAIT_BEFORE_THE_KILL), this::take);
    }

    private List<String> arguments() {
        return Stream.concat(
                        Stream.of(data().toString(), String.valueOf(SEED)),
                        writers.stream().map(writer -> String.valueOf(writer.next())))
                .toList();
    }

    private Path data() {
        return directory.resolve("data");
    }

    private void take(String line) {
        Writers.read(line, (writer, number) -> {
            writers.get(writer).acknowledged(number);
            figures.acknowledged++;
        });
    }

    private void requireEverything(String when) {
        var start = System.nanoTime();
        try (var store = EmbeddedMongo.open(data());
                var client = MongoClients.create(store.connectionString())) {
            figures.opened(Duration.ofNanos(System.nanoTime() - start));
            var database = client.getDatabase(Writers.DATABASE);
            for (var writer : writers) {
                figures.documents += writer.require(database, when);
            }
            database.listCollectionNames().forEach(name -> requireValid(database, name, when));
        }
    }

    private void requireValid(MongoDatabase database, String collection, String when) {
        var answer = database.runCommand(new Document("validate", collection));
        assertThat(answer.getList("errors", String.class))
                .as("errors of %s in %s", collection, when)
                .isEmpty();
        assertThat(answer.getBoolean("valid")).isTrue();
        figures.indexes += answer.getInteger("nIndexes");
    }
}

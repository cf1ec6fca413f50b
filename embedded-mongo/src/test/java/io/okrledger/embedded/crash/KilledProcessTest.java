package io.okrledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A child process writes pairs of documents, tells each pair once it is acknowledged, and is killed in the middle. */
class KilledProcessTest {

    private static final int TOLD_BEFORE_THE_KILL = 200;

    @TempDir
    Path directory;

    @Test
    void losesNothingThatWasAcknowledgedAndTearsNoCommand() throws Exception {
        var told = tellUntilKilled();
        try (var store = EmbeddedMongo.open(directory)) {
            var kept = EmbeddedMongoTest.in(store, EmbeddedMongoTest::all);
            assertThat(kept.stream().map(it -> it.get("_id").toString())).containsAll(told);
            assertThat(kept.size() % 2).as("pairs are whole").isZero();
            refusesTheKeysOf(kept, store);
        }
    }

    private List<String> tellUntilKilled() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var child = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var told = new ArrayList<String>();
        try (var lines = child.inputReader()) {
            while (told.size() < TOLD_BEFORE_THE_KILL) {
                told.add(lines.readLine().strip());
            }
            assertThatThrownBy(() -> EmbeddedMongo.open(directory))
                    .hasMessageEndingWith("is in use by another process.");
            // By its handle: Process.destroyForcibly would also close the stream that holds what was told last.
            child.toHandle().destroyForcibly();
            lines.lines().map(String::strip).filter(it -> it.matches("\\d{6}")).forEach(told::add);
        }
        child.waitFor();
        return told;
    }

    /** Under a new id, so that only the secondary index can refuse it. */
    private static void refusesTheKeysOf(List<Document> kept, EmbeddedMongo store) {
        EmbeddedMongoTest.in(
                store,
                notes -> assertThat(kept).allSatisfy(it -> {
                    var again = new Document("_id", "again").append("key", it.get("key"));
                    assertThatThrownBy(() -> notes.insertOne(again)).hasMessageContaining("E11000");
                }));
    }

    static final class Writer {

        public static void main(String[] arguments) {
            try (var store = EmbeddedMongo.open(Path.of(arguments[0]))) {
                EmbeddedMongoTest.in(store, notes -> {
                    notes.createIndex(Indexes.ascending("key"), new IndexOptions().unique(true));
                    for (var i = 100_000; ; i += 2) {
                        notes.insertMany(List.of(pair(i), pair(i + 1)));
                        System.out.println(i);
                        System.out.println(i + 1);
                    }
                });
            }
        }

        private static Document pair(int id) {
            return new Document("_id", id).append("key", "key-" + id).append("text", "x".repeat(500));
        }
    }
}

package io.okrledger.embedded.crash;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.okrledger.embedded.EmbeddedMongo;
import io.okrledger.embedded.StoreUnavailableException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedFilesTest {

    private static final int DOCUMENTS = 200;

    @TempDir
    Path directory;

    /** The first documents in a table, because what the log holds is put into one at the next start; the last in the log. */
    @BeforeEach
    void fill() {
        for (var half = 0; half < 2; half++) {
            var first = half * DOCUMENTS / 2;
            in(documents -> documents.insertMany(IntStream.range(first, first + DOCUMENTS / 2)
                    .mapToObj(id -> new Document("_id", id).append("text", "x".repeat(500)))
                    .toList()));
        }
    }

    private <T> T in(Function<MongoCollection<Document>, T> work) {
        try (var store = EmbeddedMongo.open(directory);
                var client = MongoClients.create(store.connectionString())) {
            return work.apply(client.getDatabase("test").getCollection("documents"));
        }
    }

    @Test
    void takesALogWhoseEndWasCutOff() throws Exception {
        try (var log = FileChannel.open(only(".log"), WRITE)) {
            log.truncate(log.size() - 37);
        }
        long left = in(MongoCollection::countDocuments);
        assertThat(left).isEqualTo(DOCUMENTS / 2);
    }

    @Test
    void refusesADamagedLogAndLeavesIt() throws Exception {
        damage(only(".log"), 0.5);
        refuses("files of the store are damaged: checksum mismatch");
    }

    @Test
    void refusesADamagedTableAndLeavesIt() throws Exception {
        damage(only(".sst"), 1.0);
        refuses("files of the store are damaged: ");
    }

    @Test
    void refusesDataWithoutTheFileThatNamesItAndLeavesIt() throws Exception {
        Files.delete(directory.resolve("data/CURRENT"));
        refuses("files of the store are damaged: the file CURRENT is missing");
        refuses("files of the store are damaged: the file CURRENT is missing");
    }

    private Path only(String suffix) throws Exception {
        try (var files = Files.list(directory.resolve("data"))) {
            var found = files.filter(file -> file.toString().endsWith(suffix)).toList();
            assertThat(found).hasSize(1);
            return found.get(0);
        }
    }

    /** Changes the eight bytes in front of the place at this part of the file. */
    private static void damage(Path file, double part) throws Exception {
        try (var channel = FileChannel.open(file, READ, WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}), (long) (channel.size() * part) - 8);
        }
    }

    private void refuses(String sentence) throws Exception {
        var before = contents();
        assertThatThrownBy(() -> EmbeddedMongo.open(directory))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageStartingWith("The data directory " + directory + " cannot be opened: " + sentence)
                .hasMessageEndingWith(".");
        assertThat(contents()).isEqualTo(before);
    }

    /** By name; what the engine writes about itself is no data. */
    private Map<Path, Integer> contents() throws Exception {
        var contents = new HashMap<Path, Integer>();
        try (var files = Files.list(directory.resolve("data"))) {
            for (var file : files.filter(it -> !it.getFileName().toString().startsWith("LOG"))
                    .toList()) {
                contents.put(file, Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        return contents;
    }
}

package io.okrledger.embedded;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMongoTest {

    @TempDir
    Path directory;

    @Test
    void keepsWhatWasWritten() {
        var data = directory.resolve("made/when/missing");
        try (var store = EmbeddedMongo.open(data)) {
            in(store, notes -> {
                notes.createIndex(ascending("key"), new IndexOptions().unique(true));
                return notes.insertOne(new Document("_id", 1L).append("key", "first"));
            });
        }
        try (var store = EmbeddedMongo.open(data)) {
            assertThat(in(store, EmbeddedMongoTest::all))
                    .containsExactly(new Document("_id", 1L).append("key", "first"));
            assertThatThrownBy(() -> in(store, notes -> notes.insertOne(new Document("key", "first"))))
                    .isInstanceOf(MongoWriteException.class)
                    .hasMessageContaining("E11000");
        }
    }

    @Test
    void servesOnlyTheLoopbackInterfaceOnTheGivenPort() throws Exception {
        var port = freePort();
        try (var store = EmbeddedMongo.open(directory, port)) {
            assertThat(store.port()).isEqualTo(port);
            assertThat(store.connectionString()).isEqualTo("mongodb://127.0.0.1:" + port);
            assertThat(in(store, EmbeddedMongoTest::all)).isEmpty();
        }
    }

    @Test
    void neverShowsAChangeHalfDone() throws Exception {
        try (var store = EmbeddedMongo.inMemory()) {
            in(
                    store,
                    notes -> notes.insertOne(
                            new Document("_id", 0).append("one", 0).append("other", 0)));
            Callable<List<Document>> work = () -> in(
                    store,
                    notes -> IntStream.range(0, 300)
                            .mapToObj(i -> {
                                notes.updateOne(eq("_id", 0), combine(inc("one", 1), inc("other", 1)));
                                return notes.find().first();
                            })
                            .toList());
            var threads = Executors.newFixedThreadPool(4);
            var seen = threads.invokeAll(List.of(work, work, work, work));
            for (var documents : seen) {
                assertThat(documents.get()).allMatch(it -> it.get("one").equals(it.get("other")));
            }
            threads.shutdown();
            assertThat(in(store, EmbeddedMongoTest::all))
                    .containsExactly(new Document("_id", 0).append("one", 1200).append("other", 1200));
        }
    }

    @Test
    void usesItsSpaceAgain() throws Exception {
        try (var store = EmbeddedMongo.open(directory)) {
            in(store, notes -> {
                LongStream.range(0, 50).forEach(i -> notes.insertOne(document(i)));
                LongStream.range(0, 500).forEach(i -> notes.replaceOne(eq("_id", i % 50), document(i % 50)));
                return notes;
            });
        }
        assertThat(bytesOf(directory.resolve("data"))).isLessThan(4_000_000);
    }

    private static long bytesOf(Path files) throws Exception {
        try (var found = Files.walk(files)) {
            return found.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    @Test
    void givesACopyThatCanBeOpenedWhileItGoesOn() {
        var copy = directory.resolve("copies/first");
        try (var store = EmbeddedMongo.open(directory.resolve("original"))) {
            in(store, notes -> notes.insertOne(document(1)));
            store.copyTo(copy);
            in(store, notes -> notes.insertOne(document(2)));
            try (var opened = EmbeddedMongo.open(copy)) {
                in(opened, notes -> notes.insertOne(document(3)));
                assertThat(in(opened, EmbeddedMongoTest::all)).containsExactly(document(1), document(3));
            }
            assertThat(in(store, EmbeddedMongoTest::all)).containsExactly(document(1), document(2));
            assertThatThrownBy(() -> store.copyTo(copy))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("The copy %s is not made: there is one of that name.", copy);
        }
    }

    @Test
    void leavesNothingOfACopyThatCannotBeMade() {
        var copy = directory.resolve("copy");
        var store = EmbeddedMongo.inMemory();
        store.close();
        assertThatThrownBy(() -> store.copyTo(copy))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessage("The copy %s cannot be written: the store is closed.", copy);
        assertThat(copy).doesNotExist();
    }

    @Test
    void forgetsWhatWasInMemory() {
        try (var store = EmbeddedMongo.inMemory()) {
            in(store, notes -> notes.insertOne(document(1)));
            assertThat(in(store, EmbeddedMongoTest::all)).hasSize(1);
        }
        try (var store = EmbeddedMongo.inMemory()) {
            assertThat(in(store, EmbeddedMongoTest::all)).isEmpty();
        }
    }

    @Test
    void closesTwice() {
        var store = EmbeddedMongo.open(directory);
        store.close();
        store.close();
        EmbeddedMongo.open(directory).close();
    }

    @Test
    void refusesAPortThatIsTakenAndLetsGoOfTheDirectory() throws Exception {
        try (var taken = new ServerSocket(0)) {
            assertThatThrownBy(() -> EmbeddedMongo.open(directory, taken.getLocalPort()))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessage("Port %d on 127.0.0.1 cannot be opened: it is taken.", taken.getLocalPort());
        }
        EmbeddedMongo.open(directory).close();
    }

    static Document document(long id) {
        return new Document("_id", id).append("text", "x".repeat(500));
    }

    static List<Document> all(MongoCollection<Document> notes) {
        return notes.find().into(new ArrayList<>());
    }

    static <T> T in(EmbeddedMongo store, Function<MongoCollection<Document>, T> work) {
        try (var client = MongoClients.create(store.connectionString())) {
            return work.apply(client.getDatabase("test").getCollection("notes"));
        }
    }

    private static int freePort() throws Exception {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

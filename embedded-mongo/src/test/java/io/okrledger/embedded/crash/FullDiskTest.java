package io.okrledger.embedded.crash;

import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Indexes.ascending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import io.okrledger.embedded.EmbeddedMongo;
import io.okrledger.embedded.StoreUnavailableException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {

    private static final int OUT_OF_DISK_SPACE = 14031;
    private static final int LEFT = 40;

    @TempDir
    Path directory;

    private SmallDisk disk;

    /** From elsewhere, because a disk from which a process has loaded code cannot be unmounted. */
    @BeforeAll
    static void loadTheEngine() {
        EmbeddedMongo.inMemory().close();
    }

    @BeforeEach
    void mount() throws Exception {
        disk = SmallDisk.mount(directory);
    }

    @AfterEach
    void unmount() throws Exception {
        if (disk != null) {
            disk.unmount();
        }
    }

    @Test
    void isRefusedAtTheStartAndTheDataLeftAsItIs() throws Exception {
        EmbeddedMongo.open(disk.data()).close();
        disk.fill(LEFT);
        var before = files();

        assertThatThrownBy(() -> EmbeddedMongo.open(disk.data()))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageMatching("The disk of the data directory " + disk.data()
                        + " is full: (39|40) MB are left, and 64 MB are needed\\.");

        assertThat(files()).isEqualTo(before);
    }

    private Map<String, String> files() throws Exception {
        var contents = new TreeMap<String, String>();
        try (var found = Files.walk(disk.data())) {
            for (var file : found.filter(Files::isRegularFile).toList()) {
                contents.put(file.toString(), new String(Files.readAllBytes(file), "ISO-8859-1"));
            }
        }
        return contents;
    }

    @Test
    void takesNoWritesButReadsAndGoesOnWhenThereIsRoomAgain() throws Exception {
        try (var store = EmbeddedMongo.open(disk.data());
                var client = MongoClients.create(store.connectionString())) {
            var documents = client.getDatabase("test").getCollection("documents");
            documents.createIndex(ascending("n"));
            documents.insertMany(numbered(0, 100));

            disk.fill(LEFT);
            await().until(() -> isRefused(() -> documents.updateMany(gte("n", 99), Updates.inc("tried", 1))));
            refusesEveryWrite(documents);
            assertThat(documents.countDocuments(gte("n", 0))).isEqualTo(100);

            disk.free();
            await().until(() -> !isRefused(() -> documents.insertMany(numbered(100, 200))));
            refusesNothing(documents);
        }
    }

    @Test
    void doesNotTakeACopyAndKeepsNothingOfIt(@TempDir Path elsewhere) throws Exception {
        try (var store = EmbeddedMongo.open(elsewhere.resolve("data"));
                var client = MongoClients.create(store.connectionString())) {
            var incompressible = new byte[2 << 20];
            new Random(1).nextBytes(incompressible);
            client.getDatabase("test").getCollection("documents").insertOne(new Document("a", incompressible));
            disk.fill(1);

            assertThatThrownBy(() -> store.copyTo(disk.copy()))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessage("The copy %s cannot be written: the disk is full.", disk.copy());
            assertThat(disk.copy()).doesNotExist();

            disk.free();
            store.copyTo(disk.copy());
        }
    }

    private static List<Document> numbered(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(n -> new Document("_id", n).append("n", n))
                .toList();
    }

    private static void refusesEveryWrite(MongoCollection<Document> documents) {
        var writes = Stream.<Runnable>of(
                () -> documents.insertMany(numbered(100, 200)),
                () -> documents.updateMany(gte("n", 50), Updates.inc("n", 1)),
                () -> documents.deleteMany(gte("n", 50)),
                () -> documents.createIndex(ascending("m")),
                () -> documents.dropIndex("n_1"),
                documents::drop);
        assertThat(writes).allMatch(FullDiskTest::isRefused);
    }

    private static boolean isRefused(Runnable write) {
        var refusal = catchThrowableOfType(MongoException.class, write::run);
        return refusal != null && refusal.getCode() == OUT_OF_DISK_SPACE;
    }

    private static void refusesNothing(MongoCollection<Document> documents) {
        documents.updateMany(gte("n", 150), Updates.inc("n", 1));
        documents.createIndex(ascending("m"));
        assertThat(documents.countDocuments(gte("n", 0))).isEqualTo(200);
        assertThat(documents.listIndexes().map(index -> index.getString("name")))
                .containsExactlyInAnyOrder("_id_", "n_1", "m_1");
        documents.dropIndex("n_1");
        documents.drop();
        assertThat(documents.countDocuments()).isZero();
    }

    /** The writers halt their process as soon as one of them is refused. */
    @Test
    void keepsWhatWasAcknowledgedWhenTheProcessDiesOnIt() throws Exception {
        var writers = IntStream.range(0, 4)
                .mapToObj(writer -> new Progress(new Script(1, writer)))
                .toList();
        var child = Child.start(
                Writers.class, directory.resolve("errors"), List.of(disk.data().toString(), "1", "0", "0", "0", "0"));
        child.read(50, line -> take(line, writers));
        disk.fill(LEFT);
        child.awaitEnd(line -> take(line, writers));
        assertThat(directory.resolve("errors")).content().contains("OutOfDiskSpace");

        disk.free();
        try (var store = EmbeddedMongo.open(disk.data());
                var client = MongoClients.create(store.connectionString())) {
            writers.forEach(writer -> writer.require(client.getDatabase(Writers.DATABASE), "on a full disk"));
        }
    }

    private static void take(String line, List<Progress> writers) {
        Writers.read(line, (writer, number) -> writers.get(writer).acknowledged(number));
    }
}

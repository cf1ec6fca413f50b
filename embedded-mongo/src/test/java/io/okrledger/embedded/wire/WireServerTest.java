package io.okrledger.embedded.wire;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The server as the official driver sees it. */
class WireServerTest {

    private static final int CLIENTS = 40;

    private final HeldSync disk = new HeldSync();
    private final RecordedCommands commands = new RecordedCommands();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    private WireServer server;
    private MongoClient client;
    private MongoDatabase database;

    @BeforeEach
    void open() throws IOException {
        server = new WireServer(commands, disk, failures::add, 0);
        client = MongoClients.create(MongoClientSettings.builder()
                .applyToClusterSettings(
                        cluster -> cluster.hosts(List.of(new ServerAddress("127.0.0.1", server.port()))))
                .applyToServerSettings(
                        it -> it.heartbeatFrequency(50, MILLISECONDS).minHeartbeatFrequency(10, MILLISECONDS))
                .retryWrites(false)
                .retryReads(false)
                .build());
        database = client.getDatabase("test");
    }

    @AfterEach
    void close() {
        commands.scansEnd.countDown();
        disk.release();
        client.close();
        server.close();
        threads.shutdown();
    }

    @Test
    void aDurableReplyWaitsForTheSyncAndSharesIt() {
        disk.hold();
        var writes = IntStream.range(0, CLIENTS).mapToObj(i -> write(i)).toList();
        await().until(() -> commands.written.size() == CLIENTS);
        assertThat(writes).noneMatch(CompletableFuture::isDone);
        disk.release();
        assertThat(writes)
                .allSatisfy(it -> assertThat(it)
                        .succeedsWithin(HeldSync.PATIENCE)
                        .satisfies(
                                reply -> assertThat(reply.getString("database")).isEqualTo("test")));
        assertThat(disk.syncs()).isLessThan(CLIENTS / 4);
    }

    @Test
    void otherCommandsAreAnsweredDuringASync() {
        disk.hold();
        var write = write(1);
        disk.awaitSync();
        for (var i = 0; i < CLIENTS; i++) {
            assertThat(database.runCommand(new Document("ping", 1)).get("ok")).isEqualTo(1.0);
        }
        assertThat(write).isNotDone();
    }

    @Test
    void aLongCommandHoldsUpNobodyElse() {
        var scan = run(new Document("scan", 1));
        await().until(() -> commands.scans.get() == 1);
        var others = new ArrayList<CompletableFuture<Document>>();
        for (var i = 0; i < CLIENTS - 1; i++) {
            others.add(write(i));
        }
        assertThat(others).allSatisfy(it -> assertThat(it).succeedsWithin(HeldSync.PATIENCE));
        assertThat(scan).isNotDone();
        commands.scansEnd.countDown();
        assertThat(scan).succeedsWithin(HeldSync.PATIENCE);
    }

    @Test
    void afterAFailedSyncNothingIsAcknowledgedAnyMore() {
        disk.hold();
        var write = write(1);
        disk.awaitSync();
        disk.fail();
        assertThat(write).failsWithin(HeldSync.PATIENCE).withThrowableThat().withRootCauseInstanceOf(Exception.class);
        assertThatThrownBy(() -> database.runCommand(new Document("write", 2)))
                .isInstanceOf(MongoException.class)
                .isNotInstanceOf(MongoCommandException.class);
        assertThat(database.runCommand(new Document("ping", 1)).get("ok")).isEqualTo(1.0);
        await().untilAsserted(() -> assertThat(failures).hasSize(1));
        assertThat(disk.syncs()).isEqualTo(1);
    }

    @Test
    void aFaultOfTheProgramIsAnErrorAndKeepsTheConnection() {
        try (var log = new CapturedLog()) {
            assertThatThrownBy(() -> database.runCommand(new Document("fault", 1)))
                    .isInstanceOfSatisfying(
                            MongoCommandException.class,
                            e -> assertThat(e.getCode()).isEqualTo(1))
                    .hasMessageContaining("the command failed for a reason that is in the log");
            assertThat(log.events()).singleElement().satisfies(it -> {
                assertThat(it.getLevel()).isEqualTo(Level.ERROR);
                assertThat(it.getThrowableProxy().getMessage()).isEqualTo("a fault of the program");
            });
        }
        database.runCommand(new Document("ping", 1));
        assertThat(commands.closed).isEmpty();
    }

    @Test
    void runsWritesThatWantNoAcknowledgement() {
        var notes = database.getCollection("notes").withWriteConcern(WriteConcern.UNACKNOWLEDGED);
        notes.insertOne(new Document("_id", 1));
        notes.insertOne(new Document("_id", 2));
        await().untilAsserted(() -> assertThat(commands.written)
                .extracting(it -> ((Encoded) it).document().get("_id"))
                .containsExactly(1, 2));
        await().untilAsserted(() -> assertThat(disk.syncs()).isPositive());
    }

    @Test
    void tellsOnceThatAConnectionIsGone() {
        database.runCommand(new Document("ping", 1));
        client.close();
        await().until(() -> !commands.closed.isEmpty());
        assertThat(commands.closed).doesNotHaveDuplicates();
    }

    @Test
    void refusesAPortThatIsTaken() throws IOException {
        try (var taken = new ServerSocket(0)) {
            assertThatThrownBy(() -> new WireServer(commands, disk, failures::add, taken.getLocalPort()))
                    .isInstanceOf(IOException.class)
                    .hasMessage("Port %d on 127.0.0.1 cannot be opened: it is taken.", taken.getLocalPort());
        }
    }

    private CompletableFuture<Document> write(int value) {
        return run(new Document("write", value));
    }

    private CompletableFuture<Document> run(Document command) {
        return CompletableFuture.supplyAsync(() -> database.runCommand(command), threads);
    }
}

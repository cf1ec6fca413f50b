package io.okrledger.embedded;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoCommandException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.okrledger.embedded.command.Store;
import io.okrledger.embedded.rocks.Engine;
import io.okrledger.embedded.wire.WireServer;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a client wants to be sure of when it is answered; on a disk that can be held up. */
class ConcernsTest {

    private static final int UNSATISFIABLE = 100;
    private static final int MANY = 1_000;

    private final Engine engine = Engine.inMemory();
    private final Semaphore disk = new Semaphore(MANY);
    private final AtomicInteger syncs = new AtomicInteger();
    private WireServer server;
    private MongoClient client;
    private MongoCollection<Document> notes;

    @BeforeEach
    void open() throws IOException {
        server = new WireServer(new Store(engine), this::sync, failure -> {}, 0);
        client = MongoClients.create("mongodb://127.0.0.1:" + server.port());
        notes = client.getDatabase("test").getCollection("notes");
        notes.insertOne(new Document("_id", 1).append("a", 1));
    }

    private void sync() {
        disk.acquireUninterruptibly();
        engine.sync();
        syncs.incrementAndGet();
    }

    @AfterEach
    void close() {
        disk.release(MANY);
        client.close();
        server.close();
        engine.close();
    }

    @Test
    void appliesWritesWhoseSenderWantsNoAnswer() {
        var unanswered = notes.withWriteConcern(WriteConcern.UNACKNOWLEDGED);
        unanswered.insertOne(new Document("_id", 2).append("a", 2));
        unanswered.updateOne(eq("_id", 2), set("a", 3));
        unanswered.insertOne(new Document("_id", 2).append("a", 4));
        unanswered.deleteOne(eq("_id", 1));
        await().untilAsserted(() -> assertThat(notes.find()).containsExactly(new Document("_id", 2).append("a", 3)));
    }

    @Test
    void refusesAWriteThatWantsASecondServer() {
        assertThatThrownBy(() -> notes.withWriteConcern(WriteConcern.W2).insertOne(new Document("_id", 2)))
                .isInstanceOfSatisfying(
                        MongoCommandException.class,
                        refusal -> assertThat(refusal.getErrorCode()).isEqualTo(UNSATISFIABLE))
                .hasMessageContaining("w: 2");
        assertThat(notes.countDocuments()).isEqualTo(1);
    }

    @Test
    void takesWhatEachWriteIsGivenAnyhow() {
        notes.withWriteConcern(WriteConcern.MAJORITY).insertOne(new Document("_id", 2));
        notes.withWriteConcern(WriteConcern.JOURNALED).insertOne(new Document("_id", 3));
        assertThat(notes.countDocuments()).isEqualTo(3);
    }

    @Test
    void acknowledgesAWriteAfterTheSync() {
        disk.drainPermits();
        var write = CompletableFuture.supplyAsync(() -> notes.insertOne(new Document("_id", 2)));
        await().until(disk::hasQueuedThreads);
        assertThat(notes.countDocuments()).isEqualTo(2);
        assertThat(write).isNotDone();
        disk.release(MANY);
        assertThat(write.join().wasAcknowledged()).isTrue();
    }

    @Test
    void acknowledgesAWriteBeforeTheSyncToWhomThatIsEnough() {
        var before = syncs.get();
        disk.drainPermits();
        var unjournaled = notes.withWriteConcern(WriteConcern.MAJORITY.withJournal(false));
        assertThat(unjournaled.insertOne(new Document("_id", 2)).wasAcknowledged())
                .isTrue();
        assertThat(notes.countDocuments()).isEqualTo(2);
        assertThat(engine.isSynced()).isFalse();

        disk.release(MANY);
        notes.insertOne(new Document("_id", 3));
        assertThat(engine.isSynced()).as("with what was written before").isTrue();
        assertThat(syncs.get()).isEqualTo(before + 1);
    }

    @Test
    void aReadOfTheMajorityWaitsForTheSyncOfWhatItSaw() {
        disk.drainPermits();
        notes.withWriteConcern(WriteConcern.UNACKNOWLEDGED).insertOne(new Document("_id", 2));
        await().until(disk::hasQueuedThreads);
        assertThat(notes.find(eq("_id", 2)).first()).isNotNull();
        var read = CompletableFuture.supplyAsync(() ->
                notes.withReadConcern(ReadConcern.MAJORITY).find(eq("_id", 2)).first());
        assertThat(notes.find(eq("_id", 2)).first()).isNotNull();
        assertThat(read).isNotDone();
        var before = syncs.get();
        disk.release(MANY);
        assertThat(read.join()).isNotNull();
        assertThat(syncs.get()).isGreaterThan(before);
    }

    @Test
    void aReadOfTheMajorityIsAnsweredAtOnceWhenAllIsSynced() {
        disk.drainPermits();
        assertThat(notes.withReadConcern(ReadConcern.MAJORITY).find().first()).isNotNull();
        assertThat(notes.withReadConcern(ReadConcern.LINEARIZABLE).find().first())
                .isNotNull();
        assertThat(disk.hasQueuedThreads()).isFalse();
    }
}

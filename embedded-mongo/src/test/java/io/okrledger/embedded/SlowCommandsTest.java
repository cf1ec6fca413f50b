package io.okrledger.embedded;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoExecutionTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A command that takes long holds up nobody, and ends when its time is over. */
class SlowCommandsTest {

    private static final int DOCUMENTS = 2_000;
    private static final int CONDITIONS = 2_000;
    private static final int CONNECTIONS = 12;
    private static final int TIME_EXPIRED = 50;

    /** Matches nothing, and takes its time to find that out. */
    private static final Bson SLOW = new Document(
            "$or",
            IntStream.range(0, CONDITIONS)
                    .mapToObj(i -> new Document("text", "none " + i))
                    .toList());

    private static ConnectedStore store;

    @BeforeAll
    static void open() {
        store = ConnectedStore.inMemory();
        store.notes()
                .insertMany(IntStream.range(0, DOCUMENTS)
                        .mapToObj(i -> new Document("_id", i).append("text", "some " + i))
                        .toList());
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void aLongScanHoldsUpNoOtherConnection() throws Exception {
        var scan = CompletableFuture.supplyAsync(() -> store.notes().countDocuments(SLOW));
        var threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            for (var read : readsOnEachConnection(threads)) {
                assertThat(read.get(10, TimeUnit.SECONDS)).isEqualTo(1);
            }
            assertThat(scan).isNotDone();
            assertThat(scan.get()).isZero();
        } finally {
            threads.shutdown();
        }
    }

    /** More connections than the server has event loops, so that some share one with the scan. */
    private static List<CompletableFuture<Long>> readsOnEachConnection(ExecutorService threads) {
        var together = new CountDownLatch(CONNECTIONS);
        return IntStream.range(0, CONNECTIONS)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> {
                            together.countDown();
                            return store.notes().countDocuments(eq("_id", i));
                        },
                        threads))
                .toList();
    }

    @Test
    void endsAScanWhenItsTimeIsOver() {
        assertThatThrownBy(() -> store.notes()
                        .find(SLOW)
                        .maxTime(20, TimeUnit.MILLISECONDS)
                        .first())
                .isInstanceOf(MongoExecutionTimeoutException.class);
        assertThatThrownBy(() -> store.notes()
                        .find(SLOW)
                        .sort(new Document("text", 1))
                        .maxTime(20, TimeUnit.MILLISECONDS)
                        .first())
                .isInstanceOf(MongoExecutionTimeoutException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{count: 'notes', query: ?}",
                "{distinct: 'notes', key: 'text', query: ?}",
                "{aggregate: 'notes', pipeline: [{$match: ?}], cursor: {}}",
                "{aggregate: 'notes', pipeline: [{$match: ?}, {$group: {_id: 1, n: {$sum: 1}}}], cursor: {}}",
                "{findAndModify: 'notes', query: ?, remove: true}",
                "{update: 'notes', updates: [{q: ?, u: {$set: {a: 1}}}]}",
                "{delete: 'notes', deletes: [{q: ?, limit: 0}]}"
            })
    void honoursTheTimeOfACommand(String command) {
        var document = Document.parse(command.replace("?", SLOW.toBsonDocument().toJson()));
        assertThat(codeOf(document.append("maxTimeMS", 20))).isEqualTo(TIME_EXPIRED);
    }

    private static int codeOf(Document command) {
        try {
            var errors = store.run(command).getList("writeErrors", Document.class, List.of());
            return errors.isEmpty() ? 0 : errors.get(0).getInteger("code");
        } catch (MongoExecutionTimeoutException | MongoCommandException refusal) {
            return refusal.getCode();
        }
    }

    @Test
    void takesBackWhatAWriteDidInTimeWhenItsTimeIsOver() {
        var matching = new ArrayList<>(((Document) SLOW).getList("$or", Document.class));
        matching.add(new Document("text", new Document("$gte", "")));
        var update = new Document("q", new Document("$or", matching))
                .append("u", new Document("$set", new Document("changed", 1)))
                .append("multi", true);
        var command = new Document("update", "notes").append("updates", List.of(update));
        assertThat(codeOf(command.append("maxTimeMS", 20))).isEqualTo(TIME_EXPIRED);
        assertThat(store.notes().countDocuments(eq("changed", 1))).isZero();
    }

    @Test
    void honoursTheTimeOfAnIndexBuildAndLeavesNothingOfIt() {
        var words = IntStream.range(0, 50).mapToObj(i -> "word " + i).toList();
        store.collection("texts")
                .insertMany(IntStream.range(0, DOCUMENTS)
                        .mapToObj(i -> new Document("_id", i).append("words", words))
                        .toList());
        var index = new Document("key", new Document("words", 1)).append("name", "words");
        var command = new Document("createIndexes", "texts").append("indexes", List.of(index));
        assertThat(codeOf(command.append("maxTimeMS", 20))).isEqualTo(TIME_EXPIRED);
        assertThat(store.collection("texts").listIndexes()).hasSize(1);
        assertThat(store.validate("texts")).containsEntry("valid", true);
    }
}

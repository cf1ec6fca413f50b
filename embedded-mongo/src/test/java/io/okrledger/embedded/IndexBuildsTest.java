package io.okrledger.embedded;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.inc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.DuplicateKeyException;
import com.mongodb.MongoCommandException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.Test;

/** An index is made of all there is, or not made, whatever goes on meanwhile. */
class IndexBuildsTest extends NotesOnDisk {

    private static final int DUPLICATE = 11000;
    private static final int ROUNDS = 15;

    @Test
    void anIndexThatIsMadeWhileOthersWriteMissesNothing() throws Exception {
        insert(0, 1_000);
        var threads = Executors.newFixedThreadPool(3);
        var done = new AtomicBoolean();
        var writers = List.of(
                repeat(threads, done, this::writeOne),
                repeat(threads, done, this::writeOne),
                repeat(threads, done, this::writeOne));
        for (var i = 0; i < ROUNDS; i++) {
            var index = store.notes().createIndex(ascending("a"));
            store.requireValid("notes");
            store.notes().dropIndex(index);
        }
        done.set(true);
        for (var writer : writers) {
            assertThat(writer.get()).isPositive();
        }
        threads.shutdown();
        store.requireValid("notes");
    }

    private boolean writeOne() {
        var id = ThreadLocalRandom.current().nextInt(2_000);
        switch (id % 3) {
            case 0 -> store.notes().deleteOne(eq("_id", id));
            case 1 -> store.notes().updateOne(eq("_id", id), inc("a", 1));
            default -> store.notes().insertOne(new Document("a", id % 10));
        }
        return true;
    }

    @Test
    void anIndexThatIsMadeOrDroppedHidesNothingFromReaders() throws Exception {
        insert(0, 1_000);
        var threads = Executors.newFixedThreadPool(3);
        var done = new AtomicBoolean();
        Callable<Boolean> read = () -> store.notes().countDocuments(eq("a", 7)) == 100;
        var readers = List.of(repeat(threads, done, read), repeat(threads, done, read), repeat(threads, done, read));
        for (var i = 0; i < ROUNDS; i++) {
            store.notes().dropIndex(store.notes().createIndex(ascending("a")));
        }
        done.set(true);
        for (var reader : readers) {
            assertThat(reader.get()).isPositive();
        }
        threads.shutdown();
    }

    /** How often it was done; fails when it once was not as it should be. */
    private static Future<Integer> repeat(ExecutorService threads, AtomicBoolean done, Callable<Boolean> work) {
        return threads.submit(() -> {
            var times = 0;
            for (; !done.get(); times++) {
                assertThat(work.call()).isTrue();
            }
            return times;
        });
    }

    @Test
    void refusesAUniqueIndexOverDuplicatesAndLeavesNothingOfIt() {
        insert(0, 20);
        assertThatThrownBy(() -> store.notes().createIndex(ascending("a"), UNIQUE))
                .isInstanceOfAny(DuplicateKeyException.class, MongoCommandException.class)
                .hasMessageContaining("E11000");
        for (var i = 0; i < 2; i++) {
            assertThat(store.indexNames("notes")).containsExactly("_id_");
            insert(20 + i * 20, 40 + i * 20);
            store.requireValid("notes");
            reopen();
        }
        store.notes().createIndex(ascending("a"));
        assertThat(store.notes().countDocuments(eq("a", 3))).isEqualTo(6);
        store.requireValid("notes");
    }

    @Test
    void refusesAnIndexOverWhatHasNoPlaceInItAndLeavesNothingOfIt() {
        store.notes()
                .insertMany(List.of(
                        new Document("_id", 1).append("a", 1),
                        new Document("_id", 2).append("a", Decimal128.parse("1E+400")),
                        new Document("_id", 3).append("b", List.of(1, 2)).append("c", List.of(1, 2))));
        assertThatThrownBy(() -> store.notes().createIndex(ascending("a"))).isInstanceOf(MongoCommandException.class);
        assertThatThrownBy(() -> store.notes().createIndex(ascending("b", "c")))
                .isInstanceOf(MongoCommandException.class);
        for (var i = 0; i < 2; i++) {
            assertThat(store.indexNames("notes")).containsExactly("_id_");
            store.requireValid("notes");
            reopen();
        }
        store.notes().deleteMany(new Document());
        store.notes().createIndex(ascending("a"));
        assertThat(store.validate("notes").get("keysPerIndex", Document.class)).containsEntry("a_1", 0L);
    }

    @Test
    void makesAllIndexesOfACommandOrNone() {
        insert(0, 20);
        var indexes = List.of(
                new Document("key", new Document("b", 1)).append("name", "b_1"),
                new Document("key", new Document("a", 1)).append("name", "a_1").append("unique", true));
        var command = new Document("createIndexes", "notes").append("indexes", indexes);
        assertThat(store.refusalOf(command).getErrorCode()).isEqualTo(DUPLICATE);
        assertThat(store.indexNames("notes")).containsExactly("_id_");
        reopen();
        assertThat(store.indexNames("notes")).containsExactly("_id_");
        store.requireValid("notes");
    }

    @Test
    void anIndexThatIsDroppedAndMadeAgainHasWhatIsThereNow() {
        insert(0, 100);
        var index = store.notes().createIndex(ascending("a"));
        store.notes().dropIndex(index);
        store.notes().deleteMany(eq("a", 1));
        insert(100, 200);
        store.notes().createIndex(ascending("a"));
        store.requireValid("notes");
        assertThat(store.notes().countDocuments(eq("a", 1))).isEqualTo(10);
    }
}

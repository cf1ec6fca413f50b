package io.okrledger.benchmarks.store;

import static io.okrledger.benchmarks.store.CommitLog.PAGE;
import static io.okrledger.benchmarks.store.CommitLog.whole;

import io.okrledger.benchmarks.measure.Comparison;
import io.okrledger.benchmarks.measure.Directories;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Compares the stores at 100 K documents of 600 bytes. The first argument is the directory to work in; a second one takes
 * the place of the 100 K.
 */
public final class Stores {

    private static final int DOCUMENTS = 100_000;
    private static final CommitShape SHAPE = new CommitShape(5_000, 140);
    private static final Duration TIME = Duration.ofSeconds(2);

    private final Comparison<Store> table;
    private final int documents;
    private final AtomicLong positions = new AtomicLong();

    private Stores(Comparison<Store> table, int documents) {
        this.table = table;
        this.documents = documents;
    }

    public static void main(String[] arguments) throws Exception {
        var directory = Path.of(arguments[0]).resolve("stores");
        var documents = arguments.length > 1 ? Integer.parseInt(arguments[1]) : DOCUMENTS;
        var stores = Store.all(directory);
        for (var store : stores.values()) {
            log(store).emptied().filled(documents);
        }
        var comparison = new Stores(new Comparison<>(stores, TIME), documents);
        comparison.reads();
        comparison.writes();
        stores.values().forEach(Store::close);
        Directories.delete(directory);
    }

    private void reads() throws Exception {
        for (var threads : new int[] {1, 4}) {
            table.row(
                    "find by id",
                    threads,
                    (store, random) -> whole(1, log(store).byId(random.nextInt(documents))));
        }
        for (var threads : new int[] {1, 4}) {
            table.row(
                    "500 by position, sorted",
                    threads,
                    (store, random) -> whole(PAGE, log(store).page(random.nextInt(documents - PAGE), PAGE)));
        }
        for (var threads : new int[] {1, 4}) {
            table.row(
                    "newest by index",
                    threads,
                    (store, random) -> whole(1, log(store).newest()));
        }
    }

    private void writes() throws Exception {
        for (var threads : new int[] {1, 16, 64}) {
            table.row(
                    "insertOne",
                    threads,
                    store -> inserts(store).emptied(),
                    (store, random) -> inserts(store).insert(positions.getAndIncrement()));
        }
        for (var threads : new int[] {1, 4}) {
            table.row(
                    "insertMany(64), documents",
                    threads,
                    store -> inserts(store).emptied(),
                    (store, random) -> inserts(store).insert(positions.getAndAdd(64), 64));
        }
        table.row("bulkWrite of 500 upserts, documents", 1, (store, random) -> Views.upsert(store, random, 500));
        table.row("the same, guarded by a position", 1, (store, random) -> Views.upsertGuarded(store, random, 500));
    }

    private static CommitLog log(Store store) {
        return CommitLog.in(store, "log", SHAPE);
    }

    /** Emptied before each repetition: the stock memory backend would fill the heap. */
    private static CommitLog inserts(Store store) {
        return CommitLog.in(store, "inserts", SHAPE);
    }
}

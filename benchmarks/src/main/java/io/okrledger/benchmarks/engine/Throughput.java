package io.okrledger.benchmarks.engine;

import io.okrledger.benchmarks.measure.Comparison;
import io.okrledger.benchmarks.measure.Directories;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** How much the engines do in a second, all of them open in one process. */
final class Throughput {

    static final int DOCUMENTS = 100_000;

    private static final int PAGE = 500;
    private static final Duration TIME = Duration.ofSeconds(2);

    private final AtomicLong ids = new AtomicLong(DOCUMENTS);
    private final AtomicLong versions = new AtomicLong();

    private Throughput() {}

    static void print(Path directory) throws Exception {
        var engines = new LinkedHashMap<String, GroupCommit>();
        for (var candidate : Candidate.values()) {
            var engine = candidate.open(Directories.empty(directory.resolve(candidate.name())));
            Sizes.fill(engine, DOCUMENTS);
            engines.put(candidate.toString(), engine);
        }
        new Throughput().compare(engines);
        for (var engine : engines.values()) {
            engine.close();
        }
        Directories.delete(directory);
    }

    private void compare(Map<String, GroupCommit> engines) throws Exception {
        var table = new Comparison<>(engines, TIME);
        table.row("get by key", 1, (engine, random) -> get(engine, random.nextLong(DOCUMENTS)));
        table.row("get by key", 4, (engine, random) -> get(engine, random.nextLong(DOCUMENTS)));
        table.row(
                "scan of 500 from a random position", 1, (engine, random) -> scan(engine, random.nextLong(DOCUMENTS)));
        table.row(
                "scan of 500 from a random position", 4, (engine, random) -> scan(engine, random.nextLong(DOCUMENTS)));
        table.row("newest", 1, (engine, random) -> engine.engine().newest() > 0 ? 1 : 0);
        for (var threads : new int[] {1, 16, 64}) {
            table.row("durable inserts, one by one, documents", threads, (engine, random) -> insert(engine, 1));
        }
        for (var threads : new int[] {1, 16, 64}) {
            table.row("durable inserts of 64, documents", threads, (engine, random) -> insert(engine, 64));
        }
        table.row(
                "durable upserts of 500, documents",
                1,
                (engine, random) -> upsert(engine, random.nextLong(DOCUMENTS - PAGE)));
        table.row("get by key, after the writes", 4, (engine, random) -> get(engine, random.nextLong(DOCUMENTS)));
        table.row("scan of 500, after the writes", 4, (engine, random) -> scan(engine, random.nextLong(DOCUMENTS)));
    }

    private static int get(GroupCommit engine, long id) throws Exception {
        if (engine.engine().get(id) == null) {
            throw new IllegalStateException("There is no document " + id + ".");
        }
        return 1;
    }

    private static int scan(GroupCommit engine, long from) throws Exception {
        return engine.engine().scan(from, PAGE) > 0 ? 1 : 0;
    }

    private int insert(GroupCommit engine, int count) throws Exception {
        engine.write(Document.from(ids.getAndAdd(count), count));
        return count;
    }

    private int upsert(GroupCommit engine, long from) throws Exception {
        var version = (int) versions.incrementAndGet();
        engine.write(Sizes.versions(from, PAGE, version));
        return PAGE;
    }
}

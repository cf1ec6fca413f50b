package io.okrledger.benchmarks.engine;

import io.okrledger.benchmarks.measure.Directories;
import io.okrledger.benchmarks.measure.Samples;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/** What the files take, what was written for it, and how long it takes to open them. */
final class Sizes {

    private static final int BATCH = 500;
    private static final int DOCUMENTS = 500_000;
    private static final int OVERWRITES = 3;
    private static final int OPENINGS = 5;
    private static final long MEGABYTE = 1_000_000;

    private Sizes() {}

    static void fill(GroupCommit engine, int documents) throws Exception {
        for (var id = 0; id < documents; id += BATCH) {
            engine.write(Document.from(id, BATCH));
        }
    }

    static List<Document> versions(long from, int count, int version) {
        return LongStream.range(from, from + count)
                .mapToObj(id -> Document.of(id, version))
                .toList();
    }

    static void print(Path directory) throws Exception {
        System.out.println("| engine | 500 K written | all of them overwritten 3 times | 1 M written "
                + "| opening with 1 M, ms: first, later |");
        System.out.println("|---|---|---|---|---|");
        for (var candidate : Candidate.values()) {
            print(candidate, directory.resolve(candidate.name()));
        }
    }

    private static void print(Candidate candidate, Path directory) throws Exception {
        Directories.empty(directory);
        System.out.print("| " + candidate + " |");
        System.out.print(cost(candidate, directory, engine -> fill(engine, DOCUMENTS)));
        System.out.print(cost(candidate, directory, Sizes::overwrite));
        Directories.empty(directory);
        System.out.print(cost(candidate, directory, engine -> fill(engine, 2 * DOCUMENTS)));
        System.out.println(" " + openings(candidate, directory) + " |");
        Directories.delete(directory);
    }

    private static String cost(Candidate candidate, Path directory, Change change) throws Exception {
        var start = System.nanoTime();
        var written = FileWrites.bytes();
        try (var engine = candidate.open(directory)) {
            change.apply(engine);
        }
        return String.format(
                Locale.ROOT,
                " %d MB in files, %d MB written, %d s |",
                Directories.bytes(directory) / MEGABYTE,
                (FileWrites.bytes() - written) / MEGABYTE,
                Duration.ofNanos(System.nanoTime() - start).toSeconds());
    }

    /** Writes each document once more, a few times, in batches that are scattered over all of them. */
    private static void overwrite(GroupCommit engine) throws Exception {
        var random = new SplittableRandom(1);
        for (var version = 1; version <= OVERWRITES; version++) {
            var next = version;
            var start = random.nextInt(DOCUMENTS);
            for (var batch = 0; batch < DOCUMENTS / BATCH; batch++) {
                var first = start + batch;
                engine.write(LongStream.range(0, BATCH)
                        .map(each -> (first + each * (DOCUMENTS / BATCH)) % DOCUMENTS)
                        .mapToObj(id -> Document.of(id, next))
                        .toList());
            }
        }
    }

    /** The first opening apart: it may have to read what the last writer had only logged. */
    private static String openings(Candidate candidate, Path directory) throws Exception {
        var first = opening(candidate, directory);
        var milliseconds = new ArrayList<Double>();
        for (var opening = 0; opening < OPENINGS; opening++) {
            milliseconds.add(opening(candidate, directory));
        }
        return String.format(Locale.ROOT, "%.0f, %s", first, new Samples(milliseconds));
    }

    private static double opening(Candidate candidate, Path directory) throws Exception {
        var start = System.nanoTime();
        try (var engine = candidate.open(directory)) {
            if (engine.engine().newest() != 2 * DOCUMENTS - 1) {
                throw new IllegalStateException("Documents are missing.");
            }
            return (System.nanoTime() - start) / 1e6;
        }
    }

    private interface Change {
        void apply(GroupCommit engine) throws Exception;
    }
}

package io.okrledger.benchmarks.store;

import io.okrledger.benchmarks.measure.Directories;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * Mixed load on the embedded store, a line every ten seconds, and whether it still grows at the end. The first argument
 * is the directory to work in, the second one how many minutes.
 */
public final class Soak {

    private static final int THREADS = 8;
    private static final int MINUTES = 20;
    private static final Duration STEP = Duration.ofSeconds(10);
    private static final double STEADY = 1.1;
    private static final double MEGABYTE = 1e6;

    private final Path directory;
    private final MixedLoad load;
    private final LongAdder operations = new LongAdder();
    private final AtomicBoolean ended = new AtomicBoolean();

    private Soak(Path directory, Store store) {
        this.directory = directory;
        load = new MixedLoad(store);
    }

    public static void main(String[] arguments) throws Exception {
        var directory = Directories.empty(Path.of(arguments[0]).resolve("soak"));
        var minutes = arguments.length > 1 ? Integer.parseInt(arguments[1]) : MINUTES;
        try (var store = Store.embedded(directory)) {
            verdict(new Soak(directory, store).footprints(Duration.ofMinutes(minutes)));
        }
        Directories.delete(directory);
    }

    /** Those since the data has stopped growing. */
    private List<Footprint> footprints(Duration time) throws Exception {
        var threads = CompletableFuture.allOf(IntStream.range(0, THREADS)
                .mapToObj(thread -> CompletableFuture.runAsync(() -> repeat(thread), task -> new Thread(task).start()))
                .toArray(CompletableFuture<?>[]::new));
        var footprints = new ArrayList<Footprint>();
        for (var step = 0; step < time.dividedBy(STEP); step++) {
            var before = operations.sum();
            untilTheNextLine(threads);
            var footprint = Footprint.of(directory);
            if (load.isFull()) {
                footprints.add(footprint);
            }
            print((operations.sum() - before) / STEP.toSeconds(), footprint);
        }
        ended.set(true);
        threads.join();
        return footprints;
    }

    private void repeat(int thread) {
        var random = new SplittableRandom(thread);
        try {
            while (!ended.get()) {
                load.step(random);
                operations.increment();
            }
        } finally {
            ended.set(true);
        }
    }

    /** Ends early when a thread fails. */
    private static void untilTheNextLine(CompletableFuture<Void> threads) throws Exception {
        try {
            threads.get(STEP.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return;
        }
    }

    private void print(long perSecond, Footprint footprint) {
        System.out.printf(
                Locale.ROOT,
                "%6d operations/s  %8d commits  heap %5.0f MB  resident %5.0f MB  files %6.0f MB in %d%n",
                perSecond,
                load.log().live(),
                footprint.heap() / MEGABYTE,
                footprint.resident() / MEGABYTE,
                footprint.fileBytes() / MEGABYTE,
                footprint.files());
    }

    private static void verdict(List<Footprint> footprints) {
        verdict("resident memory", footprints, Footprint::resident);
        verdict("files", footprints, Footprint::fileBytes);
    }

    /** Files grow until a compaction, and shrink again: what they come up to tells whether they stay. */
    private static void verdict(String what, List<Footprint> footprints, ToLongFunction<Footprint> size) {
        var half = footprints.size() / 2;
        var first = highest(footprints.subList(0, half), size);
        var second = highest(footprints.subList(half, footprints.size()), size);
        System.out.printf(
                Locale.ROOT,
                "%s since the data stopped growing: %.0f MB at most in the first half, %.0f MB in the second: %s%n",
                what,
                first / MEGABYTE,
                second / MEGABYTE,
                second <= first * STEADY ? "steady" : "GROWS");
    }

    private static long highest(List<Footprint> footprints, ToLongFunction<Footprint> size) {
        return footprints.stream().mapToLong(size).max().orElse(0);
    }
}

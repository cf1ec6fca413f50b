package io.okrledger.benchmarks.http;

import io.okrledger.benchmarks.measure.Directories;
import io.okrledger.benchmarks.measure.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How many requests a second the product answers and how long each takes, how soon an acknowledged check-in is in the
 * scoreboard, and how long it takes to start with a hundred thousand commits. The first argument is the directory to work
 * in; a second one takes the place of the seconds of each repetition, and a third one divides the length of the history.
 */
public final class Http {

    private static final int REPETITIONS = 3;
    private static final int SECONDS = 10;
    /** For each row, before the first: it takes minutes until the compilers of the product know all ways. */
    private static final int WARM_UP_ROUNDS = 6;

    private final Path directory;
    private final Path data;
    private final Duration time;
    private final int divisor;
    private final Wrk wrk;

    private Http(Path directory, Duration time, int divisor) throws IOException, InterruptedException {
        this.directory = directory;
        this.time = time;
        this.divisor = divisor;
        data = directory.resolve("data");
        wrk = Wrk.in(directory);
    }

    @FunctionalInterface
    private interface Scenario {
        Wrk.Run run(Duration time) throws IOException, InterruptedException;
    }

    private record Row(String name, int connections, Scenario scenario) {}

    public static void main(String[] arguments) throws Exception {
        var seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : SECONDS;
        var divisor = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
        var directory = Directories.empty(Path.of(arguments[0]).resolve("http"));
        try {
            new Http(directory, Duration.ofSeconds(seconds), divisor).measure();
        } finally {
            Directories.delete(directory);
        }
    }

    private void measure() throws Exception {
        var board = new Cycle("quarter", 50);
        var longBoard = new Cycle("daily", 50);
        var work = new Cycle("work", 500);
        try (var log = PastLog.in(data)) {
            board.writeTo(log, 13);
            longBoard.writeTo(log, 280 / divisor);
            work.writeTo(log, 20 / divisor);
        }
        try (var product = Product.start(data)) {
            product.awaitModels();
        }
        measureStart();
        try (var product = Product.start(data)) {
            measureRequests(product, board, longBoard, work);
            product.awaitModels();
            new Visibility(product, wrk, board, paths(work)).measure(time);
        }
    }

    private void measureStart() throws IOException, InterruptedException {
        var times = new ArrayList<Double>();
        var resident = new ArrayList<Double>();
        for (var repetition = 0; repetition < REPETITIONS; repetition++) {
            try (var product = Product.start(data)) {
                times.add(product.startTime().toMillis() / 1e3);
                resident.add((double) product.residentMegabytes());
            }
        }
        System.out.println("| start with the whole log | |");
        System.out.println("|---|---|");
        System.out.println("| seconds until it is healthy | " + new Samples(times) + " |");
        System.out.println("| megabytes resident then | " + new Samples(resident) + " |");
        System.out.println();
    }

    private void measureRequests(Product product, Cycle board, Cycle longBoard, Cycle work)
            throws IOException, InterruptedException {
        var paths = paths(work);
        var rows = List.of(
                new Row("scoreboard of 200 key results, 13 check-ins each", 16, get(product, board.scoreboardPath())),
                new Row(
                        "the same, %d check-ins each".formatted(280 / divisor),
                        16,
                        get(product, longBoard.scoreboardPath())),
                new Row(
                        "check-ins of one key result",
                        16,
                        get(product, board.checkInPaths().get(0))),
                new Row("check-in, durable", 16, time -> wrk.checkIn(product.url(), paths, 16, time)),
                new Row("check-in, durable", 1, time -> wrk.checkIn(product.url(), paths, 1, time)));
        for (var row : rows) {
            for (var round = 0; round < WARM_UP_ROUNDS; round++) {
                row.scenario.run(time);
            }
        }
        System.out.println("| request | connections | per second | p50, ms | p99, ms |");
        System.out.println("|---|---|---|---|---|");
        for (var row : rows) {
            product.awaitModels();
            measure(row);
        }
        System.out.println();
        System.out.println(product.residentMegabytes() + " megabytes are resident then.");
        System.out.println();
    }

    private Scenario get(Product product, String path) {
        return time -> wrk.get(product.url() + path, 16, time);
    }

    /** A file with where to check in. */
    private Path paths(Cycle work) throws IOException {
        return Files.write(directory.resolve("paths"), work.checkInPaths());
    }

    private void measure(Row row) throws IOException, InterruptedException {
        var runs = new ArrayList<Wrk.Run>();
        for (var repetition = 0; repetition < REPETITIONS; repetition++) {
            runs.add(row.scenario.run(time));
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %s | %s | %s |%n",
                row.name,
                row.connections,
                new Samples(runs.stream().map(Wrk.Run::perSecond).toList()),
                millis(runs.stream().map(Wrk.Run::p50).toList()),
                millis(runs.stream().map(Wrk.Run::p99).toList()));
    }

    private static Samples millis(List<Duration> times) {
        return new Samples(times.stream().map(time -> time.toNanos() / 1e6).toList());
    }
}

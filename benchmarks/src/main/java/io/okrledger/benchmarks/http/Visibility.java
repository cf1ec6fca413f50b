package io.okrledger.benchmarks.http;

import io.okrledger.benchmarks.measure.Samples;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * From the acknowledgement of a check-in to the answer of a scoreboard that was asked at once to wait for it: the time
 * that the asking takes is part of it.
 */
final class Visibility {

    private static final int REPETITIONS = 3;
    private static final int WARM_UP_ROUNDS = 5;
    private static final int CHECK_INS = 200;
    private static final int CONNECTIONS = 64;
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Product product;
    private final Wrk wrk;
    private final Cycle board;
    private final Path paths;

    /** @param paths where the load checks in */
    Visibility(Product product, Wrk wrk, Cycle board, Path paths) {
        this.product = product;
        this.wrk = wrk;
        this.board = board;
        this.paths = paths;
    }

    void measure(Duration time) throws IOException, InterruptedException {
        System.out.println("| acknowledged, then seen in the scoreboard | check-ins per second | p50, ms | p99, ms |");
        System.out.println("|---|---|---|---|");
        for (var round = 0; round < WARM_UP_ROUNDS; round++) {
            repetition();
        }
        row("idle", "0");
        var most = wrk.checkIn(product.url(), paths, CONNECTIONS, time).perSecond();
        product.awaitModels();
        var pause = Duration.ofMillis(Math.round(1_000 * CONNECTIONS / (0.8 * most)));
        var load = wrk.startCheckIns(product.url(), paths, CONNECTIONS, time.multipliedBy(6), pause);
        LockSupport.parkNanos(time.dividedBy(2).toNanos());
        var samples = repetitions();
        var rate = wrk.finish(load).perSecond();
        print("under load", "%.0f of %.0f".formatted(rate, most), samples);
    }

    private void row(String name, String rate) throws IOException, InterruptedException {
        print(name, rate, repetitions());
    }

    private static void print(String name, String rate, List<List<Double>> samples) {
        System.out.println("| " + name + " | " + rate + " | " + percentile(samples, 0.5) + " | "
                + percentile(samples, 0.99) + " |");
    }

    private List<List<Double>> repetitions() throws IOException, InterruptedException {
        var samples = new ArrayList<List<Double>>();
        for (var repetition = 0; repetition < REPETITIONS; repetition++) {
            samples.add(repetition());
        }
        return samples;
    }

    /** The delays of one repetition in milliseconds, shortest first. */
    private List<Double> repetition() throws IOException, InterruptedException {
        var delays = new ArrayList<Double>();
        var doors = board.checkInPaths();
        for (var checkIn = 0; checkIn < CHECK_INS; checkIn++) {
            var value = "{\"value\": %d, \"confidence\": 5}".formatted(checkIn);
            var position = position(required(201, product.post(doors.get(checkIn % doors.size()), value)));
            var acknowledged = System.nanoTime();
            required(200, product.get(board.scoreboardPath() + "&wait=10s&minPosition=" + position));
            delays.add((System.nanoTime() - acknowledged) / 1e6);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return delays.stream().sorted().toList();
    }

    private static String position(HttpResponse<String> answer) {
        return answer.headers().firstValue("OKR-Position").orElseThrow();
    }

    private static HttpResponse<String> required(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
        }
        return answer;
    }

    private static Samples percentile(List<List<Double>> repetitions, double part) {
        return new Samples(repetitions.stream()
                .map(delays -> delays.get((int) (part * (delays.size() - 1))))
                .toList());
    }
}

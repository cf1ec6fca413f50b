package io.okrledger.benchmarks.measure;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Some threads that repeat one work for a time. */
public record Load(int threads, Duration time) {

    /** Units in a second, of all threads together. Each finishes what it has begun, and its time counts. */
    public <S> double perSecond(S subject, Work<S> work) throws InterruptedException, ExecutionException {
        var pool = Executors.newFixedThreadPool(threads);
        try {
            var rates = pool.invokeAll(IntStream.range(0, threads)
                    .<Callable<Double>>mapToObj(thread -> () -> rate(subject, work, thread))
                    .toList());
            var sum = 0.0;
            for (var rate : rates) {
                sum += rate.get();
            }
            return sum;
        } finally {
            pool.shutdown();
        }
    }

    private <S> double rate(S subject, Work<S> work, int thread) throws Exception {
        var random = new SplittableRandom(thread);
        var start = System.nanoTime();
        var units = 0L;
        long elapsed;
        do {
            units += work.on(subject, random);
            elapsed = System.nanoTime() - start;
        } while (elapsed < time.toNanos());
        return units * 1e9 / elapsed;
    }
}

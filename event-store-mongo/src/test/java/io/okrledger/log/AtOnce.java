package io.okrledger.log;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** What several do at the same time, each on a thread of its own. */
public final class AtOnce {

    public interface Part {
        void run(int number) throws Exception;
    }

    private AtOnce() {}

    /**
     * Returns when all are done, and fails as the first of them that has failed.
     *
     * @param part gets the number of each, from 0
     */
    public static void run(int count, Part part) throws Exception {
        var parts = IntStream.range(0, count)
                .<Callable<Void>>mapToObj(number -> () -> {
                    part.run(number);
                    return null;
                })
                .toList();
        var threads = Executors.newFixedThreadPool(count);
        try {
            for (var done : threads.invokeAll(parts)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}

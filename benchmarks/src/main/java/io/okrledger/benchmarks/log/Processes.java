package io.okrledger.benchmarks.log;

import io.okrledger.benchmarks.measure.Comparison;
import io.okrledger.benchmarks.measure.Directories;
import io.okrledger.benchmarks.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * How many events a second one log takes from 1, 2 and 4 processes. The store runs in this process, which is none of
 * them. The first argument is the directory to work in; a second one takes the place of the seconds to warm up.
 */
public final class Processes {

    private static final int WARM_UP_SECONDS = 60;
    private static final Duration TIME = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofSeconds(4);

    private Processes() {}

    public static void main(String[] arguments) throws Exception {
        var warmUp = arguments.length > 1 ? Integer.parseInt(arguments[1]) : WARM_UP_SECONDS;
        var directory = Path.of(arguments[0]).resolve("processes");
        try (var store = Store.embedded(Directories.empty(directory))) {
            var writers = new ArrayList<WriterProcess>();
            for (var process = 0; process < 4; process++) {
                writers.add(WriterProcess.start(store.connectionString()));
            }
            compare(writers, Duration.ofSeconds(warmUp));
            requireComplete(writers, store);
            for (var writer : writers) {
                writer.finish();
            }
        }
        Directories.delete(directory);
    }

    private static void compare(List<WriterProcess> writers, Duration warmUp) throws Exception {
        var subjects = new LinkedHashMap<String, List<WriterProcess>>();
        subjects.put("1 process", writers.subList(0, 1));
        subjects.put("2 processes", writers.subList(0, 2));
        subjects.put("4 processes", writers);
        // Here one thread waits for the processes; each has as many as the row says.
        var table = new Comparison<>(subjects, TIME, TIME, PAUSE, (processes, threads) -> 1);
        // Who waits for others runs, and so compiles, more than who is alone.
        append(writers, 16, warmUp, Duration.ZERO);
        for (var threads : new int[] {1, 16, 64}) {
            for (var writer : writers) {
                append(List.of(writer), threads, TIME, Duration.ZERO);
            }
            row(table, "append of one event, in each process", writers, threads, Duration.ZERO);
        }
        row(table, "the same, with pauses of 10 ms on average", writers, 4, Duration.ofMillis(20));
    }

    private static void row(
            Comparison<List<WriterProcess>> table,
            String name,
            List<WriterProcess> writers,
            int threads,
            Duration longestPause)
            throws Exception {
        table.row(name, threads, (processes, random) -> {
            Collections.rotate(writers, 1); // None of them is more used to it than the others.
            return append(processes, threads, TIME, longestPause);
        });
    }

    private static int append(List<WriterProcess> processes, int threads, Duration time, Duration longestPause)
            throws Exception {
        for (var process : processes) {
            process.begin(threads, time, longestPause);
        }
        var appended = 0;
        for (var process : processes) {
            appended += process.end();
        }
        return appended;
    }

    private static void requireComplete(List<WriterProcess> writers, Store store) {
        var acknowledged =
                writers.stream().mapToLong(WriterProcess::acknowledged).sum();
        try (var log = OkrLog.in(store.database())) {
            Appender.requireComplete(acknowledged, log.count());
        }
    }
}

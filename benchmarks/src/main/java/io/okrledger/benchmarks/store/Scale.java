package io.okrledger.benchmarks.store;

import static io.okrledger.benchmarks.store.CommitLog.PAGE;
import static io.okrledger.benchmarks.store.CommitLog.whole;

import io.okrledger.benchmarks.measure.Comparison;
import io.okrledger.benchmarks.measure.Directories;
import io.okrledger.benchmarks.measure.Samples;
import io.okrledger.embedded.EmbeddedMongo;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Whether the embedded store answers as quickly when it holds a hundred times as much. The first argument is the
 * directory to work in; a second one takes the place of the million.
 */
public final class Scale {

    private static final int FEW = 10_000;
    private static final int MILLION = 1_000_000;
    private static final int COMMITS_OF_A_STREAM = 20;
    private static final int OPENINGS = 5;
    private static final Duration TIME = Duration.ofSeconds(3);

    private Scale() {}

    public static void main(String[] arguments) throws Exception {
        var directory = Path.of(arguments[0]).resolve("scale");
        var many = arguments.length > 1 ? Integer.parseInt(arguments[1]) : MILLION;
        compare(directory, many);
        for (var count : new int[] {FEW, many}) {
            System.out.println("Opening " + count + " commits: " + openings(at(directory, count)));
        }
        Directories.delete(directory);
    }

    private static void compare(Path directory, int many) throws Exception {
        var logs = new LinkedHashMap<String, Sized>();
        for (var count : new int[] {FEW, many}) {
            logs.put(count + " commits", Sized.filled(Directories.empty(at(directory, count)), count));
        }
        rows(logs);
        logs.values().forEach(Sized::close);
    }

    private static void rows(Map<String, Sized> logs) throws Exception {
        var table = new Comparison<>(logs, TIME);
        table.row("newest by index", 1, (sized, random) -> whole(1, sized.log().newest()));
        table.row(
                "500 after a random position",
                1,
                (sized, random) -> whole(PAGE, sized.log().page(random.nextInt(sized.count() - PAGE), PAGE)));
        table.row(
                "one aggregate's events",
                1,
                (sized, random) -> whole(COMMITS_OF_A_STREAM, sized.log().ofStream(random.nextLong(sized.streams()))));
    }

    /** The first opening apart: it may have to read what the last writer had only logged. */
    private static String openings(Path directory) {
        var first = opening(directory);
        var milliseconds = new ArrayList<Double>();
        for (var opening = 0; opening < OPENINGS; opening++) {
            milliseconds.add(opening(directory));
        }
        return String.format(Locale.ROOT, "%.0f ms, then %s ms", first, new Samples(milliseconds));
    }

    private static double opening(Path directory) {
        var start = System.nanoTime();
        var server = EmbeddedMongo.open(directory);
        var milliseconds = (System.nanoTime() - start) / 1e6;
        server.close();
        return milliseconds;
    }

    private static Path at(Path directory, int count) {
        return directory.resolve(String.valueOf(count));
    }

    private record Sized(Store store, CommitLog log, int count) {

        static Sized filled(Path directory, int count) {
            var store = Store.embedded(directory);
            var shape = new CommitShape(count / COMMITS_OF_A_STREAM, 600);
            return new Sized(store, CommitLog.in(store, "log", shape).emptied().filled(count), count);
        }

        long streams() {
            return count / COMMITS_OF_A_STREAM;
        }

        void close() {
            store.close();
        }
    }
}

package io.okrledger.benchmarks.log;

import io.okrledger.benchmarks.measure.Comparison;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many events a second each event store takes from 1, 16 and 64 writers, each event durable before the writer goes
 * on. The first argument is the directory to work in; a second one takes the place of the seconds to warm up.
 */
public final class Appends {

    private static final int WARM_UP_SECONDS = 10;
    private static final Duration TIME = Duration.ofSeconds(3);
    private static final Duration PAUSE = Duration.ofSeconds(4);
    private static final int BATCH = 64;
    private static final int SAMPLES = 1_000;

    private Appends() {}

    public static void main(String[] arguments) throws Exception {
        var warmUp = arguments.length > 1 ? Integer.parseInt(arguments[1]) : WARM_UP_SECONDS;
        try (var contestants = Contestants.open(Path.of(arguments[0]).resolve("append"))) {
            var appenders = appenders(contestants);
            var table = new Comparison<>(appenders, Duration.ofSeconds(warmUp), TIME, PAUSE, Appender::threads);
            for (var writers : new int[] {1, 16, 64}) {
                table.row("append of one event", writers, (appender, random) -> appender.append());
            }
            appenders.values().forEach(Appender::requireComplete);
        }
    }

    private static Map<String, Appender> appenders(Contestants contestants) {
        var samples = new EventAppender(contestants.log());
        for (var sample = 0; sample < SAMPLES; sample++) {
            samples.append();
        }
        var store = contestants.store();
        var log = store.collection(OkrLog.COLLECTION);
        var appenders = new LinkedHashMap<String, Appender>();
        appenders.put("insertMany of " + BATCH + ", one thread", BareInserts.ofMany(store, log, BATCH));
        appenders.put("insertOne", BareInserts.ofOne(store, log));
        contestants.byName().forEach((name, contestant) -> appenders.put(name, new EventAppender(contestant)));
        return appenders;
    }
}

package io.okrledger.benchmarks.log;

import io.okrledger.benchmarks.measure.Load;
import io.okrledger.benchmarks.store.Store;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The process that appends. It is told for each turn with how many threads and for how many milliseconds, and how many of
 * these each thread pauses at the most after each append; it answers with the number of events that were acknowledged so
 * far. It ends with its standard input.
 */
final class Writer {

    private Writer() {}

    public static void main(String[] arguments) throws Exception {
        try (var store = Store.at(arguments[0]);
                var log = OkrLog.in(store.database());
                var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            var appender = new EventAppender(log);
            for (var order = orders.readLine(); order != null; order = orders.readLine()) {
                var words = order.split(" ", -1);
                var longestPause = TimeUnit.MILLISECONDS.toNanos(Long.parseLong(words[2]));
                new Load(Integer.parseInt(words[0]), Duration.ofMillis(Long.parseLong(words[1])))
                        .perSecond(appender, (subject, random) -> {
                            var appended = subject.append();
                            if (longestPause > 0) {
                                LockSupport.parkNanos(random.nextLong(longestPause));
                            }
                            return appended;
                        });
                System.out.println(appender.acknowledged());
            }
        }
    }
}

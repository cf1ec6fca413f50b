package io.okrledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.okrledger.log.CuttingProxy.Fate;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Three processes append at once, two of them through a net that cuts and delays what it likes, in any combination.
 *
 * <p>{@code -Dokr.net.commits} says how many commits each writer makes, {@code -Dokr.net.seed} repeats the choices of the
 * net, though not the moments at which they fall.
 */
class UnreliableNetTest {

    private static final Logger LOG = LoggerFactory.getLogger(UnreliableNetTest.class);
    private static final int COMMITS = Integer.getInteger("okr.net.commits", 20);
    private static final long SEED = Long.getLong("okr.net.seed", System.nanoTime());
    private static final int WRITERS = 9;
    private static final int ONE_OF = 8;
    private static final int LONGEST_DELAY_MILLIS = 10;
    private static final List<Fate> FAILURES = List.copyOf(EnumSet.complementOf(EnumSet.of(Fate.PASS)));

    private final Random random = new Random(SEED);
    private final History history = new History();
    private final AtomicLong contended = new AtomicLong();
    private final AtomicInteger failures = new AtomicInteger();

    @Test
    void losesAndDoublesNothing() throws Exception {
        var releases = Executors.newSingleThreadScheduledExecutor();
        try (var proxy = new CuttingProxy();
                var bad = proxy.through();
                var worse = proxy.through();
                var good = proxy.past();
                var first = new EventLog(bad.database(), Clock.systemUTC());
                var second = new EventLog(worse.database(), Clock.systemUTC());
                var third = new EventLog(good.database(), Clock.systemUTC());
                var follower = new Follower(good.database())) {
            releases.scheduleAtFixedRate(
                    proxy::release, LONGEST_DELAY_MILLIS, LONGEST_DELAY_MILLIS, TimeUnit.MILLISECONDS);
            proxy.plan(command -> fate());
            var logs = List.of(first, second, third);
            AtOnce.run(WRITERS, writer -> append(logs.get(writer % logs.size()), "stream-" + writer));
            await().until(() -> proxy.delayed() == 0);

            var commits = LogAudit.everyCommit(third);
            assertThat(LogAudit.faults(commits, history)).as("seed %d", SEED).isEmpty();
            assertThat(commits).hasSize(history.acknowledged());
            assertThat(history.begun())
                    .hasSize(commits.size() + history.refused().size());
            await().untilAsserted(() -> assertThat(follower.seen()).hasSize(commits.size()));
            assertThat(follower.seen())
                    .containsExactlyElementsOf(commits.stream().map(Commit::id).toList());
            LOG.info(
                    "{} failures of the net, {} commits, {} refused, {} times nobody knew",
                    failures,
                    commits.size(),
                    history.refused().size(),
                    history.unknownAnswers());
        } finally {
            releases.shutdownNow();
        }
    }

    private synchronized Fate fate() {
        if (random.nextInt(ONE_OF) > 0) {
            return Fate.PASS;
        }
        failures.incrementAndGet();
        return FAILURES.get(random.nextInt(FAILURES.size()));
    }

    private void append(EventLog log, String own) {
        for (var number = 0; number < COMMITS; number++) {
            history.appendUntilAnswered(log, Events.commit(own, number * 2L, 2));
            var wanted = contended.get();
            history.appendUntilAnswered(log, Events.commit("contended", wanted, 1));
            contended.accumulateAndGet(wanted + 1, Math::max);
        }
    }
}

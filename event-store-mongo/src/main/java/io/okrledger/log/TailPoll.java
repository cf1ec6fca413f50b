package io.okrledger.log;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the end of the log again and again, from the first listener on. */
final class TailPoll implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TailPoll.class);

    private final TailInterval interval;
    private final BooleanSupplier look;
    private final AtomicBoolean started = new AtomicBoolean();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(TailPoll::thread);

    /** @param look whether there was something new */
    TailPoll(TailInterval interval, BooleanSupplier look) {
        this.interval = interval;
        this.look = look;
    }

    void start() {
        if (started.compareAndSet(false, true)) {
            lookIn(interval.shortest());
        }
    }

    private void lookIn(Duration delay) {
        if (!timer.isShutdown()) {
            var unused = timer.schedule(
                    () -> lookIn(interval.after(delay, found())), delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private boolean found() {
        try {
            return look.getAsBoolean();
        } catch (RuntimeException e) {
            LOG.debug("The end of the log cannot be read at the moment", e);
            return false;
        }
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "event-log-tail");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}

package io.okrledger.log.eventstore;

import io.okrledger.log.EventLog;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.Registration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The end of the log as those who follow it in this process are told of it: at once after a silence, and then at most
 * once in an interval. A batch costs much the same for one event as for twenty, so while many are written it is better to
 * take what one interval brings than to run after each.
 */
final class Pulse {

    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);

    /** A fraction of what people notice, and of what an answer that waits for an event is given. */
    static final Duration INTERVAL = Duration.ofMillis(25);

    private final EventLog log;
    private final long interval;
    private final Set<Runnable> listeners = new CopyOnWriteArraySet<>();
    private volatile long position;
    private boolean listening;
    private boolean due;
    private long last;

    Pulse(EventLog log, Duration interval) {
        this.log = log;
        this.interval = interval.toNanos();
        last = System.nanoTime() - this.interval;
    }

    /** The position up to which those who follow the log may go. */
    long position() {
        return position;
    }

    /** Calls back when there is more; what there is already can be had from now on. */
    Registration onMoved(Runnable listener) {
        listeners.add(listener);
        listen();
        log.head();
        see();
        return () -> listeners.remove(listener);
    }

    private synchronized void listen() {
        if (!listening) {
            listening = true;
            log.onAppended(this::moved);
        }
    }

    private void moved() {
        var delay = delay();
        if (delay == 0) {
            beat();
        } else if (delay > 0) {
            CompletableFuture.delayedExecutor(delay, TimeUnit.NANOSECONDS, Runnable::run)
                    .execute(this::beat);
        }
    }

    /** Until the next beat; negative when that is under way. */
    private synchronized long delay() {
        if (due) {
            return -1;
        }
        due = true;
        return Math.max(0, last + interval - System.nanoTime());
    }

    private void beat() {
        synchronized (this) {
            due = false;
            last = System.nanoTime();
        }
        see();
        listeners.forEach(Pulse::tell);
    }

    /** One that fails, perhaps because it is shutting down, must not keep the others waiting. */
    private static void tell(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException e) {
            LOG.warn("A reader of the log cannot be woken", e);
        }
    }

    private synchronized void see() {
        position = log.knownPosition();
    }
}

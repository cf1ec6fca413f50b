package io.okrledger.log.eventstore;

import static java.util.Objects.requireNonNull;

import io.okrledger.log.Commit;
import io.okrledger.log.EventLog;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.Registration;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log from a position on, whole commits at a time. At the end it asks the store nothing: it waits for
 * the {@link Pulse} of the log. For one reader; only the wake-up comes from other threads.
 */
final class LogStream implements TrackingEventStream {

    private final MongoEventStorageEngine engine;
    private final EventLog log;
    private final Pulse pulse;
    private Pages pages;
    private final Registration registration;
    private final Deque<TrackedEventMessage<?>> buffer = new ArrayDeque<>();
    private final Object growth = new Object();
    private volatile @Nullable Runnable onAvailable;

    LogStream(MongoEventStorageEngine engine, long position) {
        this.engine = engine;
        log = engine.log();
        pages = new Pages(log, position);
        pulse = engine.pulse();
        registration = pulse.onMoved(this::wake);
    }

    private void wake() {
        synchronized (growth) {
            growth.notifyAll();
        }
        var callback = onAvailable;
        if (callback != null) {
            callback.run();
        }
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        onAvailable = callback;
        return true;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        fill();
        return Optional.ofNullable(buffer.peek());
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        var deadline = System.nanoTime() + unit.toNanos(timeout);
        while (peek().isEmpty()) {
            var left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            awaitGrowth(left);
        }
        return true;
    }

    private void awaitGrowth(long nanos) throws InterruptedException {
        synchronized (growth) {
            if (pages.position() >= pulse.position()) {
                TimeUnit.NANOSECONDS.timedWait(growth, Math.max(nanos, 1_000_000));
            }
        }
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (!hasNextAvailable(Integer.MAX_VALUE, TimeUnit.MILLISECONDS)) {
            Thread.onSpinWait();
        }
        return requireNonNull(buffer.poll());
    }

    private void fill() {
        while (buffer.isEmpty() && pages.position() < pulse.position()) {
            if (pages.areNeeded() || !share()) {
                fill(pages.position(), pages.next());
            }
        }
    }

    private void fill(long position, List<Commit> page) {
        try {
            engine.decode(position, page).forEach(buffer::add);
        } catch (RuntimeException e) {
            goOnBehindBuffer(position, e);
        }
    }

    /** @return false when there is something with it that each reader has to see for himself */
    private boolean share() {
        try {
            var page = engine.newest().behind(pages.position());
            buffer.addAll(page.events());
            pages.skipTo(page.last());
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** What could be decoded is given first. Then it fails again, because nothing may be passed over. */
    private void goOnBehindBuffer(long position, RuntimeException failure) {
        var last = buffer.peekLast();
        pages = new Pages(log, last == null ? position : MongoEventStorageEngine.position(last.trackingToken()));
        if (last == null) {
            throw failure;
        }
    }

    @Override
    public void close() {
        registration.cancel();
    }
}

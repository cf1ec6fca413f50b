package io.okrledger.query.operations.pace;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** How fast a number has grown of late. */
public final class Rate {

    private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(10);

    private record Sample(long nanoTime, long value) {}

    private final LongSupplier nanoTime;
    private final Deque<Sample> samples = new ArrayDeque<>();

    public Rate() {
        this(System::nanoTime);
    }

    public Rate(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** To be told about once a second. */
    public synchronized void sample(long value) {
        var now = nanoTime.getAsLong();
        samples.addLast(new Sample(now, value));
        while (now - samples.getFirst().nanoTime() > WINDOW_NANOS) {
            samples.removeFirst();
        }
    }

    /** To one place; null before there are two samples to compare. */
    public synchronized @Nullable Double perSecond() {
        if (samples.size() < 2) {
            return null;
        }
        var first = samples.getFirst();
        var last = samples.getLast();
        var seconds = (last.nanoTime() - first.nanoTime()) / (double) TimeUnit.SECONDS.toNanos(1);
        return seconds > 0 ? Math.round((last.value() - first.value()) / seconds * 10) / 10.0 : null;
    }
}

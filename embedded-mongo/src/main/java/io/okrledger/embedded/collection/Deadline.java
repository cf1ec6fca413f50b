package io.okrledger.embedded.collection;

import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Until when the command of the running thread may take: its {@code maxTimeMS}. */
public final class Deadline {

    private static final int EXCEEDED = 50;
    private static final ThreadLocal<@Nullable Long> NANO_TIME = new ThreadLocal<>();

    private Deadline() {}

    /** @param milliseconds 0 for no deadline */
    public static <T> T within(long milliseconds, Supplier<T> command) {
        if (milliseconds == 0) {
            return command.get();
        }
        NANO_TIME.set(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds));
        try {
            return command.get();
        } finally {
            NANO_TIME.remove();
        }
    }

    /** @throws MongoServerError when it has passed */
    static void check() {
        var end = NANO_TIME.get();
        if (end != null && System.nanoTime() - end > 0) {
            throw new MongoServerError(EXCEEDED, "MaxTimeMSExpired", "operation exceeded time limit");
        }
    }
}

package io.okrledger.embedded.rocks;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The command that a thread is running.
 *
 * @param reader what it reads
 * @param seen how many of the changes that were ever written it surely sees
 */
record Running(Reader reader, long seen) {

    private static final ThreadLocal<@Nullable Running> HERE = new ThreadLocal<>();

    /** The one of this thread, null if there is none. */
    static @Nullable Running here() {
        return HERE.get();
    }

    <T> T run(Supplier<T> command) {
        HERE.set(this);
        try {
            return command.get();
        } finally {
            HERE.remove();
        }
    }
}

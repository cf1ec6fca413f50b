package io.okrledger.command.imports;

import io.okrledger.command.support.Receipt;
import io.okrledger.command.support.lines.Line;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the lines of an import go. */
interface Destination extends AutoCloseable {

    /**
     * A line that was taken.
     *
     * @param id of what it made, if that is there
     * @param position at which its change is visible, if it is there
     * @param before whether it had been taken before
     */
    record Taken(@Nullable String id, @Nullable Long position, boolean before) {

        static Taken by(Receipt receipt) {
            return new Taken(receipt.id(), receipt.position(), receipt.replayed());
        }
    }

    /** @throws RuntimeException that refuses the line, which then has changed nothing */
    Taken take(Line line);

    /** The id of what a line with this key has made. */
    Optional<String> made(String key);

    @Override
    default void close() {}
}

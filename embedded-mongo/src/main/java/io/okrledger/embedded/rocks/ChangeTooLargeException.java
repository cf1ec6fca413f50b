package io.okrledger.embedded.rocks;

/** One command changes more than is held in memory; nothing of it is written. */
public final class ChangeTooLargeException extends RuntimeException {

    ChangeTooLargeException() {
        super("one command may change at most " + (Change.MOST_BYTES >> 20) + " MB");
    }
}

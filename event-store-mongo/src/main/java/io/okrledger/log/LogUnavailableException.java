package io.okrledger.log;

/** The store cannot be reached or has failed. */
public final class LogUnavailableException extends RuntimeException {

    private final boolean outcomeUnknown;

    LogUnavailableException(boolean outcomeUnknown, Throwable cause) {
        super(
                outcomeUnknown
                        ? "the store failed in the middle of a write, which may have happened or may still happen"
                        : "the store is out of reach, nothing was written",
                cause);
        this.outcomeUnknown = outcomeUnknown;
    }

    /**
     * Whether the write may have happened. Then it must not be repeated under another idempotency key: only the key
     * keeps it from happening twice.
     */
    public boolean outcomeUnknown() {
        return outcomeUnknown;
    }
}

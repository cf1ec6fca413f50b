package io.okrledger.log;

/** The store cannot be reached or has failed, or other processes have kept this one from writing. */
public final class LogUnavailableException extends RuntimeException {

    private final boolean outcomeUnknown;

    public LogUnavailableException(boolean outcomeUnknown, Throwable cause) {
        this(
                outcomeUnknown
                        ? "the store failed in the middle of a write, which may have happened or may still happen"
                        : "the store is out of reach, nothing was written",
                outcomeUnknown,
                cause);
    }

    private LogUnavailableException(String message, boolean outcomeUnknown, Throwable cause) {
        super(message, cause);
        this.outcomeUnknown = outcomeUnknown;
    }

    static LogUnavailableException overtaken(Throwable cause) {
        return new LogUnavailableException(
                "other processes were first at the end of the log for too long, nothing was written", false, cause);
    }

    /**
     * Whether the write may have happened. Then it must not be repeated under another idempotency key: only the key
     * keeps it from happening twice.
     */
    public boolean outcomeUnknown() {
        return outcomeUnknown;
    }
}

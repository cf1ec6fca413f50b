package io.okrledger.embedded;

/** The store cannot be opened, or copied; the message is one sentence for the person who asked for it. */
public final class StoreUnavailableException extends RuntimeException {

    StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    StoreUnavailableException(String message) {
        super(message);
    }
}

package io.okrledger.embedded;

/** The store cannot be opened; the message is one sentence for the person who started it. */
public final class StoreUnavailableException extends RuntimeException {

    StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    StoreUnavailableException(String message) {
        super(message);
    }
}

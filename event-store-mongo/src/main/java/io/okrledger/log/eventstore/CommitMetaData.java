package io.okrledger.log.eventstore;

/** The metadata of a command message from which its commit takes what makes a request repeatable. */
public final class CommitMetaData {

    /** The request's idempotency key. */
    public static final String IDEMPOTENCY_KEY = "idempotencyKey";

    /** What tells two requests with one key apart. */
    public static final String FINGERPRINT = "fingerprint";

    private CommitMetaData() {}
}

package io.okrledger.log;

/** The idempotency key of a commit belongs to an earlier one. Nothing was written this time. */
public final class KeyTakenException extends RuntimeException {

    private final transient Commit first;

    KeyTakenException(Commit first) {
        super("the idempotency key was used by the commit at position " + first.position());
        this.first = first;
    }

    /** The commit that has the key: when its fingerprint is that of the request, the request has happened before. */
    public Commit first() {
        return first;
    }
}

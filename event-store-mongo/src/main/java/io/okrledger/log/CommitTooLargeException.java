package io.okrledger.log;

/** A commit has more events or bytes than the log takes. Nothing was written; a commit is never split. */
public final class CommitTooLargeException extends RuntimeException {

    CommitTooLargeException(String message) {
        super(message);
    }
}

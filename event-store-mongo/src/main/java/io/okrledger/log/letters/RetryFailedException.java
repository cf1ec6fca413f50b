package io.okrledger.log.letters;

/** Letters could not be handled again for a reason that has nothing to do with them; they are as they were. */
public final class RetryFailedException extends RuntimeException {

    RetryFailedException(Throwable cause) {
        super("The store is out of reach or busy; the letters are as they were", cause);
    }
}

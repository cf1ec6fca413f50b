package io.okrledger.log.verification;

import java.util.function.Supplier;

/** The log is not what it promises to be, for the reason that the message tells in a sentence. */
final class BrokenLogException extends RuntimeException {

    BrokenLogException(String fault) {
        super(fault, null, false, false);
    }

    static void require(boolean fine, Supplier<String> fault) {
        if (!fine) {
            throw new BrokenLogException(fault.get());
        }
    }

    /** As a sentence. */
    String fault() {
        return String.valueOf(getMessage());
    }
}

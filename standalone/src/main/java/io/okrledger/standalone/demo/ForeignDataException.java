package io.okrledger.standalone.demo;

/** The data directory holds what somebody entered; a demo played into it could never be taken out again. */
public final class ForeignDataException extends RuntimeException {

    ForeignDataException() {
        super("The data directory holds something else than the demo, and the demo will not be mixed into it.");
    }
}

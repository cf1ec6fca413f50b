package io.okrledger.query.operations.verification;

/** What is served does not follow the log, so it cannot be compared with it. */
final class StandstillException extends RuntimeException {

    StandstillException(String model, long position) {
        super("The projection %s stands still at position %d; /actuator/health and the log file may tell why."
                .formatted(model, position));
    }
}

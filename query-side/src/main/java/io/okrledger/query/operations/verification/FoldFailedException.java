package io.okrledger.query.operations.verification;

/** An event could not be folded, or what became of it could not be written. */
final class FoldFailedException extends RuntimeException {

    FoldFailedException(String model, long position, Throwable cause) {
        super(
                "The events of the batch with position %d could not be folded into %s, so there is nothing to compare with."
                        .formatted(position, model),
                cause);
    }
}

package io.okrledger.log.verification;

import org.jspecify.annotations.Nullable;

/**
 * What a {@link LogVerification} has found.
 *
 * @param from where it began
 * @param reached the end of the last commit that is as it must be; where it began when there is none
 * @param commits how many are as they must be, behind where it began
 * @param fault the first, none if all is as it must be
 */
public record Verdict(
        Checkpoint from,
        Checkpoint reached,
        long commits,
        @Nullable Fault fault) {

    /**
     * Where the log is not what it promises to be.
     *
     * @param position the first that nothing is proven of
     * @param what is wrong there, as a sentence
     */
    public record Fault(long position, String what) {}

    /** How many events, and as many positions, are as they must be. */
    public long events() {
        return reached.position() - from.position();
    }

    /** The whole of it, as a sentence. */
    @Override
    public String toString() {
        return fault == null
                ? "The log is whole: %d events in %d commits behind position %d, up to the checkpoint %s"
                        .formatted(events(), commits, from.position(), reached)
                : "The log is broken at position %d: %s Before it are %d events in %d commits, up to the checkpoint %s"
                        .formatted(fault.position(), fault.what(), events(), commits, reached);
    }
}

package io.okrledger.query.operations.verification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the newest verification stands, or how it has ended.
 *
 * @param progress while it runs, and how far it was when it failed
 * @param problem why it could not be brought to an end
 */
record VerificationReport(
        State state,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Advance progress,
        @Nullable Verdict verdict,
        @Nullable String problem) {

    enum State {
        NEVER_RUN,
        RUNNING,
        PROVEN,
        DIFFERENT,
        FAILED
    }

    static final VerificationReport NEVER_RUN = new VerificationReport(State.NEVER_RUN, null, null, null, null, null);

    static VerificationReport started(Instant at) {
        return new VerificationReport(State.RUNNING, at, null, null, null, null);
    }

    VerificationReport at(Advance progress) {
        return new VerificationReport(state, startedAt, null, progress, null, null);
    }

    VerificationReport ended(Instant at, Verdict verdict) {
        return new VerificationReport(
                verdict.isProof() ? State.PROVEN : State.DIFFERENT, startedAt, at, null, verdict, null);
    }

    VerificationReport failed(@Nullable Instant at, String problem) {
        return new VerificationReport(State.FAILED, startedAt, at, progress, null, problem);
    }
}

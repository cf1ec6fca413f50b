package io.okrledger.log.autoconfigure;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.okrledger.log.verification.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a verification of the log stands or has ended; what does not apply is left out.
 *
 * @param position of the commit that was looked at last
 * @param newest the position of the last commit that will be looked at
 * @param problem why it could not be brought to an end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record VerifyReport(
        State state,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Long position,
        @Nullable Long newest,
        @Nullable Verdict verdict,
        @Nullable String problem) {

    enum State {
        NEVER_RUN,
        RUNNING,
        WHOLE,
        BROKEN,
        FAILED
    }

    static final VerifyReport NEVER_RUN = new VerifyReport(State.NEVER_RUN, null, null, null, null, null, null);

    static VerifyReport started(Instant at) {
        return new VerifyReport(State.RUNNING, at, null, null, null, null, null);
    }

    boolean isRunning() {
        return state == State.RUNNING;
    }

    VerifyReport at(long position, long newest) {
        return new VerifyReport(State.RUNNING, startedAt, null, position, newest, null, null);
    }

    VerifyReport ended(Instant at, Verdict verdict) {
        var state = verdict.fault() == null ? State.WHOLE : State.BROKEN;
        return new VerifyReport(state, startedAt, at, null, null, verdict, null);
    }

    /** It tells how far it had come. */
    VerifyReport failed(Instant at, String problem) {
        return new VerifyReport(State.FAILED, startedAt, at, position, newest, null, problem);
    }
}

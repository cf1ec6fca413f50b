package io.okrledger.query.operations;

import io.okrledger.query.http.problems.ProblemCode;
import io.okrledger.query.http.problems.Refusal;
import io.okrledger.query.support.slots.Rollout;
import java.time.Instant;

/** What an operator can decide. */
enum Step {
    REBUILD(
            ProblemCode.REBUILD_UNFINISHED,
            "An earlier rebuild is not over. Cancel it, or confirm or roll back what it has built."),
    CANCELLATION(ProblemCode.NOT_REBUILDING, "There is no rebuild that could be cancelled."),
    CONFIRMATION(ProblemCode.NOT_REBUILT, "There is no rebuilt version that could be confirmed."),
    ROLLBACK(ProblemCode.NOT_REBUILT, "There is no former version that could be gone back to.");

    private final ProblemCode refused;
    private final String why;

    Step(ProblemCode refused, String why) {
        this.refused = refused;
        this.why = why;
    }

    /** @throws Refusal if the state does not allow it */
    Rollout of(Rollout rollout, Instant at) {
        var after =
                switch (this) {
                    case REBUILD -> rollout.rebuild(at);
                    case CANCELLATION -> rollout.cancel(at);
                    case CONFIRMATION -> rollout.confirm(at);
                    case ROLLBACK -> rollout.rollBack(at);
                };
        return after.orElseThrow(() -> new Refusal(refused, "%s The state is %s.".formatted(why, rollout.state())));
    }
}

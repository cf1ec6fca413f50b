package io.okrledger.query.support.rollouts;

import io.okrledger.query.support.slots.Rollout;
import io.okrledger.query.support.slots.Serving;
import io.okrledger.query.support.slots.Slot;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Finds out at the start which slot of each model serves, and lets models be built anew in their place whose documents
 * are gone or were made by a release that gave them another shape, before any projection runs. When nodes start
 * together one of them does it.
 */
@Component
final class MissingModels implements SmartLifecycle {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Rollouts rollouts;
    private final Serving serving;
    private final ModelDocuments documents;
    private volatile boolean done;

    MissingModels(Rollouts rollouts, Serving serving, ModelDocuments documents) {
        this.rollouts = rollouts;
        this.serving = serving;
        this.documents = documents;
    }

    @Override
    public void start() {
        rollouts.all().forEach(this::prepare);
        done = true;
    }

    private void prepare(Rollout rollout) {
        serving.begin(rollout.model(), rollout.serving());
        rebuildIfMissing(rollout.model(), rollout.serving());
        if (rollout.keepsBoth()) {
            rebuildIfMissing(rollout.model(), rollout.serving().other());
        }
    }

    private void rebuildIfMissing(String model, Slot slot) {
        var end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (!documents.areInShape(model, slot)
                && !documents.empty(model, slot, () -> !documents.areInShape(model, slot))) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "Documents of " + model + " are missing or out of date, and cannot be built anew"
                                + " while another process works on them. Stop all query sides, then start them.");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    @Override
    public void stop() {
        done = false;
    }

    @Override
    public boolean isRunning() {
        return done;
    }

    /** Before the projections start. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}

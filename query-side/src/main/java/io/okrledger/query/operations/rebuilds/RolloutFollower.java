package io.okrledger.query.operations.rebuilds;

import io.okrledger.log.EventLog;
import io.okrledger.query.operations.pace.Rates;
import io.okrledger.query.support.Progress;
import io.okrledger.query.support.rollouts.Rollouts;
import io.okrledger.query.support.slots.Rollout;
import io.okrledger.query.support.slots.Rollout.State;
import io.okrledger.query.support.slots.Serving;
import io.okrledger.query.support.slots.Slot;
import io.okrledger.query.support.views.ViewStores;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.spring.config.SpringAxonConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Does on this node what the rollouts say, and takes the steps that follow by themselves. Every node does so about once a
 * second; all but the one that was asked learn of an operator's decision that much later.
 */
@Component
public final class RolloutFollower implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RolloutFollower.class);
    private static final int SECONDS_TO_STOP = 10;

    /** How long a node waits for the slot that it is to read next, before it looks again. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** For how many intervals documents are kept from which another node may answer that has not looked yet. */
    private static final int SETTLED = 5;

    /**
     * What was seen of a rollout.
     *
     * @param nanoTime when it was seen in this state first
     * @param head where the log ended when it was seen last
     */
    private record Sight(long revision, long nanoTime, long head) {}

    private final Rollouts rollouts;
    private final Slots slots;
    private final Replays replays;
    private final Serving serving;
    private final Progress progress;
    private final Rates rates;
    private final EventLog log;
    private final Clock clock;
    private final Duration interval;
    private final Map<String, Sight> sights = new HashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(RolloutFollower::thread);
    private volatile boolean running;

    RolloutFollower(
            Rollouts rollouts,
            Slots slots,
            Replays replays,
            Serving serving,
            Progress progress,
            Rates rates,
            EventLog log,
            Clock clock,
            @Value("${okr.projections.rollout-interval:1s}") Duration interval) {
        this.rollouts = rollouts;
        this.slots = slots;
        this.replays = replays;
        this.serving = serving;
        this.progress = progress;
        this.rates = rates;
        this.log = log;
        this.clock = clock;
        this.interval = interval;
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "rollouts");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void start() {
        running = true;
        followAll();
        var unused = timer.scheduleWithFixedDelay(
                this::followAll, interval.toNanos(), interval.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Does not wait for the next interval. */
    public void followAtOnce() {
        timer.execute(this::followAll);
    }

    private void followAll() {
        try {
            rates.log().sample(log.knownPosition());
            rollouts.all().forEach(this::tryToFollow);
        } catch (RuntimeException e) {
            LOG.debug("The rollouts cannot be read at the moment", e);
        }
    }

    private void tryToFollow(Rollout rollout) {
        try {
            follow(rollout);
        } catch (RuntimeException e) {
            if (ViewStores.failed(e)) {
                LOG.debug("{} cannot be followed at the moment", rollout.model(), e);
            } else {
                LOG.warn("{} cannot be followed; it is tried again", rollout.model(), e);
            }
        }
    }

    private void follow(Rollout rollout) {
        slots.run(rollout, this::canFollow);
        if (!serving.handOver(rollout.model(), rollout.serving(), progress::ofProcessor, PATIENCE)) {
            // What is read still has to be kept up to date.
            return;
        }
        measure(rollout);
        var atRest = slots.rest(rollout);
        if (rollout.state() == State.BUILDING) {
            replays.keepBuilding(rollout);
        } else if (!rollout.keepsBoth()) {
            atRest &= replays.rest(rollout.serving().other().of(rollout.model()));
        }
        if (atRest) {
            whatFollows(rollout).filter(next -> rollouts.replace(rollout, next)).ifPresent(this::follow);
        }
    }

    private boolean canFollow(String model, Slot slot) {
        return replays.catchUp(model, slot, log.head() - progress.ofProcessor(slot.of(model)));
    }

    private void measure(Rollout rollout) {
        if (rollout.state() == State.BUILDING || rollout.state() == State.CATCHING_UP) {
            rates.rebuild(rollout.model())
                    .sample(progress.ofProcessor(rollout.serving().other().of(rollout.model())));
        } else {
            rates.forget(rollout.model());
        }
    }

    private Optional<Rollout> whatFollows(Rollout rollout) {
        var head = log.head();
        var before = sights.get(rollout.model());
        var seen = before != null && before.revision() == rollout.revision()
                ? before
                : new Sight(rollout.revision(), System.nanoTime(), Long.MAX_VALUE);
        sights.put(rollout.model(), new Sight(seen.revision(), seen.nanoTime(), head));
        return switch (rollout.state()) {
            case EMPTYING -> slots.empty(rollout) ? rollout.emptied(clock.instant()) : Optional.empty();
            case DROPPING ->
                isSettled(seen) && slots.empty(rollout) ? rollout.emptied(clock.instant()) : Optional.empty();
            case CATCHING_UP -> isAt(rollout, seen.head()) ? rollout.caughtUp(clock.instant()) : Optional.empty();
            case SERVING, BUILDING, REBUILT -> Optional.empty();
        };
    }

    private boolean isSettled(Sight seen) {
        return System.nanoTime() - seen.nanoTime() > SETTLED * interval.toNanos();
    }

    /** What it has to reach is where the log, and so at most the other slot, was an interval ago. */
    private boolean isAt(Rollout rollout, long position) {
        return progress.ofProcessor(rollout.serving().other().of(rollout.model())) >= position;
    }

    @Override
    public void stop() {
        running = false;
        timer.shutdown();
        try {
            if (!timer.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                LOG.info("The last look at the rollouts is stuck");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** The processors have to be there, and the web server begins with what they make. */
    @Override
    public int getPhase() {
        return SpringAxonConfiguration.LIFECYCLE_PHASE + 1;
    }
}

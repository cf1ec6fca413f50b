package io.okrledger.query.operations;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.okrledger.log.EventLog;
import io.okrledger.log.letters.DeadLetters;
import io.okrledger.query.http.problems.ProblemCode;
import io.okrledger.query.http.problems.Refusal;
import io.okrledger.query.operations.pace.Lags;
import io.okrledger.query.operations.pace.Rates;
import io.okrledger.query.operations.rebuilds.RolloutFollower;
import io.okrledger.query.support.Progress;
import io.okrledger.query.support.rollouts.Rollouts;
import io.okrledger.query.support.slots.Rollout;
import io.okrledger.query.support.views.Projections;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells how the models and the log are doing, and takes the steps that operators decide on. */
@Component
final class Operations {

    private final Projections projections;
    private final Rollouts rollouts;
    private final RolloutFollower follower;
    private final Progress progress;
    private final DeadLetters letters;
    private final EventLog log;
    private final Lags lags;
    private final Rates rates;
    private final Clock clock;
    private final MeterRegistry meters;

    Operations(
            Projections projections,
            Rollouts rollouts,
            RolloutFollower follower,
            Progress progress,
            DeadLetters letters,
            EventLog log,
            Lags lags,
            Rates rates,
            Clock clock,
            MeterRegistry meters) {
        this.projections = projections;
        this.rollouts = rollouts;
        this.follower = follower;
        this.progress = progress;
        this.letters = letters;
        this.log = log;
        this.lags = lags;
        this.rates = rates;
        this.clock = clock;
        this.meters = meters;
    }

    List<ProjectionStatus> projections() {
        return rollouts.all().stream().map(this::status).toList();
    }

    /** @throws Refusal {@code unknown-projection} */
    ProjectionStatus projection(String name) {
        return status(rollout(name));
    }

    /** @throws Refusal if there is no such projection, or its state does not allow the step */
    ProjectionStatus take(Step step, String name) {
        while (true) {
            var before = rollout(name);
            var after = step.of(before, clock.instant());
            if (rollouts.replace(before, after)) {
                follower.followAtOnce();
                return status(after);
            }
        }
    }

    LogStatus log() {
        var conflicts = meters.find("okr.log.append").tag("outcome", "conflict").timers().stream()
                .mapToLong(Timer::count)
                .sum();
        return new LogStatus(log.head(), rates.log().perSecond(), conflicts);
    }

    private Rollout rollout(String name) {
        if (!projections.byName().containsKey(name)) {
            throw Refusal.unknown(ProblemCode.UNKNOWN_PROJECTION, name);
        }
        return rollouts.of(name);
    }

    private ProjectionStatus status(Rollout rollout) {
        var model = rollout.model();
        var position = progress.position(model);
        var done = rollout.isBuilding() ? done(rollout) : 0;
        // After the positions: the log never ends before what has been read of it.
        var head = log.head();
        return new ProjectionStatus(
                model,
                rollout.version(),
                rollout.state(),
                rollout.revision() == 0 ? null : rollout.since(),
                position,
                head,
                lags.behind(head, position),
                parked(rollout.serving().of(model)),
                rollout.isBuilding() ? building(rollout, done, head) : null,
                rollout.state() == Rollout.State.REBUILT ? rollout.other() : null);
    }

    /** What is still to be thrown away is not done. */
    private long done(Rollout rollout) {
        return rollout.state() == Rollout.State.EMPTYING ? 0 : progress.ofProcessor(newest(rollout));
    }

    private Building building(Rollout rollout, long done, long head) {
        return Building.of(rollout.newest(), done, head, rates.rebuild(rollout.model()), parked(newest(rollout)));
    }

    private static String newest(Rollout rollout) {
        return rollout.serving().other().of(rollout.model());
    }

    private long parked(String processor) {
        return letters.of(processor).size();
    }
}

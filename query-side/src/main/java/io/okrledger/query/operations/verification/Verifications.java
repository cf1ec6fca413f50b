package io.okrledger.query.operations.verification;

import io.okrledger.log.EventLog;
import io.okrledger.log.LogUnavailableException;
import io.okrledger.query.support.Errand;
import io.okrledger.query.support.Errands;
import io.okrledger.query.support.Progress;
import io.okrledger.query.support.views.Projections;
import io.okrledger.query.support.views.Scratch;
import io.okrledger.query.support.views.ViewStores;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Runs verifications of the read models, one at a time on all nodes together, and tells how the newest one stands. */
@Component
final class Verifications implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Verifications.class);
    private static final String NAME = "projections-verification";
    private static final int SECONDS_TO_STOP = 5;

    private final EventLog log;
    private final EventStore events;
    private final Projections projections;
    private final ParameterResolverFactory parameters;
    private final Scratch scratch;
    private final ViewStores served;
    private final Progress progress;
    private final Errand errand;
    private final Clock clock;
    private final JsonMapper json;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(Verifications::daemon);

    Verifications(
            EventLog log,
            EventStore events,
            Projections projections,
            ParameterResolverFactory parameters,
            Scratch scratch,
            ViewStores served,
            Progress progress,
            Errands errands,
            Clock clock,
            JsonMapper json) {
        this.log = log;
        this.events = events;
        this.projections = projections;
        this.parameters = parameters;
        this.scratch = scratch;
        this.served = served;
        this.progress = progress;
        this.errand = errands.named(NAME);
        this.clock = clock;
        this.json = json;
    }

    private static Thread daemon(Runnable task) {
        var thread = new Thread(task, NAME);
        thread.setDaemon(true);
        return thread;
    }

    VerificationReport report() {
        return errand.told().map(this::read).orElse(VerificationReport.NEVER_RUN);
    }

    private VerificationReport read(Errand.Told told) {
        var report = json.readValue(told.text(), VerificationReport.class);
        return told.silent() ? report.failed(null, "The process that ran it has ended. Start another one.") : report;
    }

    /** @return whether it was started, which it is not while one runs */
    boolean start() {
        var started = VerificationReport.started(clock.instant());
        if (!errand.begin(json.writeValueAsString(started))) {
            return false;
        }
        thread.execute(() -> run(started));
        return true;
    }

    private void run(VerificationReport started) {
        try {
            var verdict = verify(started);
            LOG.info("The read models were verified: {}", verdict);
            tell(started.ended(clock.instant(), verdict), false);
        } catch (StoppedException e) {
            LOG.info("The verification of the read models was stopped");
        } catch (RuntimeException | Error e) {
            fail(started, e);
        }
    }

    private Verdict verify(VerificationReport started) {
        // What a process that died has left behind.
        scratch.clear();
        try (var fold = new Fold(events, projections, parameters, scratch)) {
            return new Verification(fold, served, progress, log::head, advance -> tell(started.at(advance), true))
                    .run();
        } finally {
            scratch.clear();
        }
    }

    private void tell(VerificationReport report, boolean open) {
        if (!errand.tell(json.writeValueAsString(report), open)) {
            throw new StoppedException();
        }
    }

    /** Also when it is for want of memory: what looks as if it went on for ever would be worse. */
    private void fail(VerificationReport started, Throwable failure) {
        if (thread.isShutdown()) {
            return;
        }
        LOG.error("The verification of the read models could not be brought to an end", failure);
        var failed = started.failed(clock.instant(), problem(failure));
        try {
            tell(failed, false);
        } catch (RuntimeException e) {
            LOG.warn("Nor could that be told; it will be taken for stopped in a minute: {}", e.toString());
        }
    }

    private static String problem(Throwable failure) {
        if (failure instanceof StandstillException || failure instanceof FoldFailedException) {
            return String.valueOf(failure.getMessage());
        }
        return ViewStores.failed(failure) || failure instanceof LogUnavailableException
                ? "The store is out of reach or has refused something; what it was is in the log file."
                : "The verification has failed; why is in the log file.";
    }

    /** Stops what is running: what it has done so far is lost, as everybody is told in a minute. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                LOG.warn("The verification of the read models did not stop in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

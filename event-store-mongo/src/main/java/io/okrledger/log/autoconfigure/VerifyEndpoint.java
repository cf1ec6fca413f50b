package io.okrledger.log.autoconfigure;

import static org.springframework.boot.actuate.endpoint.web.WebEndpointResponse.STATUS_BAD_REQUEST;

import io.okrledger.log.LogUnavailableException;
import io.okrledger.log.verification.Checkpoint;
import io.okrledger.log.verification.LogVerification;
import io.okrledger.log.verification.Verdict;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/**
 * {@code POST /actuator/verify} starts a verification of the log, {@code POST /actuator/verify/<checkpoint>} one from
 * there on, {@code GET /actuator/verify} tells how far it is or what the last one has found. There is one at a time.
 */
@Endpoint(id = "verify")
final class VerifyEndpoint implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(VerifyEndpoint.class);

    private static final int ACCEPTED = 202;
    private static final int CONFLICT = 409;
    private static final int SECONDS_TO_STOP = 5;

    private final BiFunction<Checkpoint, LogVerification.Progress, Verdict> verification;
    private final Clock clock;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(VerifyEndpoint::daemon);
    private volatile VerifyReport report = VerifyReport.NEVER_RUN;

    VerifyEndpoint(BiFunction<Checkpoint, LogVerification.Progress, Verdict> verification, Clock clock) {
        this.verification = verification;
        this.clock = clock;
    }

    private static Thread daemon(Runnable task) {
        var thread = new Thread(task, "log-verification");
        thread.setDaemon(true);
        return thread;
    }

    @ReadOperation
    VerifyReport report() {
        return report;
    }

    @WriteOperation
    WebEndpointResponse<VerifyReport> start() {
        return startFrom(Checkpoint.GENESIS);
    }

    /** In the path and not a parameter, because then a request without a body and its type would be refused. */
    @WriteOperation
    WebEndpointResponse<?> startFrom(@Selector String checkpoint) {
        try {
            return startFrom(Checkpoint.parse(checkpoint));
        } catch (IllegalArgumentException e) {
            return new WebEndpointResponse<>(Map.of("problem", String.valueOf(e.getMessage())), STATUS_BAD_REQUEST);
        }
    }

    private synchronized WebEndpointResponse<VerifyReport> startFrom(Checkpoint checkpoint) {
        var current = report;
        if (current.isRunning()) {
            return new WebEndpointResponse<>(current, CONFLICT);
        }
        var started = VerifyReport.started(clock.instant());
        report = started;
        thread.execute(() -> run(checkpoint));
        return new WebEndpointResponse<>(started, ACCEPTED);
    }

    private void run(Checkpoint from) {
        try {
            var verdict = verification.apply(from, (position, newest) -> report = report.at(position, newest));
            LOG.atLevel(verdict.fault() == null ? Level.INFO : Level.ERROR).log("{}", verdict);
            report = report.ended(clock.instant(), verdict);
        } catch (RuntimeException | Error e) {
            fail(e);
        }
    }

    /** Also when it is for want of memory: what looks as if it went on for ever would be worse. */
    private void fail(Throwable failure) {
        if (!thread.isShutdown()) {
            LOG.error("The verification of the log could not be brought to an end", failure);
        }
        var problem = failure instanceof LogUnavailableException
                ? "The store is out of reach or has failed."
                : "The verification has failed; why is in the log file.";
        report = report.failed(clock.instant(), problem);
    }

    /** Stops what is running: nobody could ask for its result any more. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                LOG.warn("The verification of the log did not stop in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

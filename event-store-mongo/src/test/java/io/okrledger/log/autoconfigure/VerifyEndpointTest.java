package io.okrledger.log.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.okrledger.log.autoconfigure.VerifyReport.State;
import io.okrledger.log.verification.Checkpoint;
import io.okrledger.log.verification.LogVerification;
import io.okrledger.log.verification.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VerifyEndpointTest {

    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Verdict WHOLE = new Verdict(Checkpoint.GENESIS, Checkpoint.GENESIS, 0, null);

    private final CountDownLatch goOn = new CountDownLatch(1);
    private volatile boolean interrupted;
    private VerifyEndpoint endpoint = new VerifyEndpoint(this::toldToGoOn, CLOCK);

    private Verdict toldToGoOn(Checkpoint from, LogVerification.Progress progress) {
        progress.reached(3, 7);
        try {
            goOn.await();
        } catch (InterruptedException e) {
            interrupted = true;
        }
        return new Verdict(from, from, 0, null);
    }

    @AfterEach
    void close() {
        endpoint.close();
    }

    @Test
    void tellsThatNoneHasRun() {
        assertThat(endpoint.report().state()).isEqualTo(State.NEVER_RUN);
    }

    @Test
    void startsOneAndAnswersAtOnceAndTellsHowFarItIsAndWhatItFound() {
        var answer = endpoint.start();

        assertThat(answer.getStatus()).isEqualTo(202);
        assertThat(answer.getBody()).isEqualTo(VerifyReport.started(NOW));
        await().until(() -> endpoint.report().equals(VerifyReport.started(NOW).at(3, 7)));

        goOn.countDown();

        await().until(() -> endpoint.report().equals(VerifyReport.started(NOW).ended(NOW, WHOLE)));
    }

    @Test
    void tellsThatOneIsRunning() {
        endpoint.start();

        var answer = endpoint.start();

        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(answer.getBody())
                .isInstanceOfSatisfying(
                        VerifyReport.class,
                        report -> assertThat(report.isRunning()).isTrue());
        goOn.countDown();
        await().until(() -> endpoint.report().state() == State.WHOLE);
        assertThat(endpoint.start().getStatus()).isEqualTo(202);
    }

    @Test
    void beginsAtACheckpoint() {
        goOn.countDown();
        var checkpoint = new Checkpoint(17, "0f".repeat(32));

        endpoint.startFrom(checkpoint.toString());

        await().until(() -> endpoint.report()
                .equals(VerifyReport.started(NOW).ended(NOW, new Verdict(checkpoint, checkpoint, 0, null))));
    }

    @Test
    void refusesWhatIsNoCheckpoint() {
        var answer = endpoint.startFrom("seventeen");

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getBody())
                .isEqualTo(Map.of(
                        "problem",
                        "A checkpoint is a position, a colon and 64 hexadecimal digits, not \"seventeen\"."));
        assertThat(endpoint.report().state()).isEqualTo(State.NEVER_RUN);
    }

    @Test
    void stopsWhenItIsClosed() {
        endpoint.start();
        await().until(() -> endpoint.report().position() != null);

        endpoint.close();

        assertThat(interrupted).isTrue();
    }

    @Test
    void aStoreThatIsGoneIsAResult() {
        endpoint.close();
        var server = new MongoServer(new MemoryBackend());
        var uri = server.bindAndGetConnectionString() + "/?serverSelectionTimeoutMS=200";
        server.shutdownNow();
        try (var client = MongoClients.create(uri)) {
            endpoint = new VerifyEndpoint(new LogVerification(client.getDatabase("log"))::runFrom, CLOCK);

            endpoint.start();

            await().until(() -> endpoint.report()
                    .equals(VerifyReport.started(NOW).failed(NOW, "The store is out of reach or has failed.")));
        }
    }

    @Test
    void aFailureOfAnyKindIsAResult() {
        endpoint.close();
        endpoint = new VerifyEndpoint(
                (from, progress) -> {
                    throw new OutOfMemoryError("as if");
                },
                CLOCK);

        endpoint.start();

        await().until(() -> endpoint.report().state() == State.FAILED);
        assertThat(endpoint.report().problem()).isEqualTo("The verification has failed; why is in the log file.");
    }
}

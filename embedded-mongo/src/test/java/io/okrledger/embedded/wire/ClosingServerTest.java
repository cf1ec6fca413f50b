package io.okrledger.embedded.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.bwaldvogel.mongo.bson.Document;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClosingServerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final HeldSync disk = new HeldSync();
    private final RecordedCommands commands = new RecordedCommands();
    private WireServer server;
    private RawConnection connection;

    @BeforeEach
    void open() throws IOException {
        server = new WireServer(commands, disk, failure -> {}, 0, PATIENCE);
        connection = new RawConnection(server);
    }

    @AfterEach
    void close() throws IOException {
        commands.scansEnd.countDown();
        disk.release();
        connection.close();
        server.close();
    }

    @Test
    void sendsTheRepliesThatWaitForASync() throws IOException {
        disk.hold();
        connection.send(new Document("write", 1));
        disk.awaitSync();
        var closing = closing();
        assertThat(closing).isNotDone();
        disk.release();
        assertThat(connection.receive().get("ok")).isEqualTo(1.0);
        assertThat(connection.isClosedByTheServer()).isTrue();
        assertThat(closing).succeedsWithin(HeldSync.PATIENCE);
    }

    @Test
    void letsALongCommandEndAndStartsNoOther() throws IOException {
        connection.send(new Document("scan", 1));
        connection.send(new Document("write", 2));
        await().until(() -> commands.scans.get() == 1);
        var closing = closing();
        commands.scansEnd.countDown();
        assertThat(connection.receive().get("scanned")).isEqualTo(true);
        assertThat(connection.isClosedByTheServer()).isTrue();
        assertThat(closing).succeedsWithin(HeldSync.PATIENCE);
        assertThat(commands.written).isEmpty();
        assertThat(commands.closed).hasSize(1);
    }

    @Test
    void leavesACommandBehindThatDoesNotEnd() throws IOException {
        connection.send(new Document("scan", 1));
        await().until(() -> commands.scans.get() == 1);
        assertThat(closing()).succeedsWithin(HeldSync.PATIENCE);
        assertThat(connection.isClosedByTheServer()).isTrue();
    }

    @Test
    void syncsWhatNobodyWaitsFor() {
        server.close();
        server.close();
        assertThat(disk.syncs()).isEqualTo(1);
        assertThat(server.port()).isPositive();
    }

    /** Returns when the server listens no longer. */
    private CompletableFuture<Void> closing() {
        var closing = CompletableFuture.runAsync(server::close);
        await().until(() -> refusesConnections());
        return closing;
    }

    private boolean refusesConnections() throws IOException {
        try {
            new RawConnection(server).close();
            return false;
        } catch (ConnectException e) {
            return true;
        }
    }
}

package io.okrledger.embedded.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server as a client sees it that sends what the official driver does not. */
class RawMessagesTest {

    private static final Document PING = new Document("ping", 1);
    private static final int EXHAUST_ALLOWED = 1 << 16;
    private static final int UNKNOWN_REQUIRED_FLAG = 1 << 3;
    private static final int OP_MSG = 2013;

    private final HeldSync disk = new HeldSync();
    private final RecordedCommands commands = new RecordedCommands();
    private final CapturedLog log = new CapturedLog();
    private WireServer server;
    private RawConnection connection;

    @BeforeEach
    void open() throws IOException {
        server = new WireServer(commands, disk, failure -> {}, 0);
        connection = new RawConnection(server);
    }

    @AfterEach
    void close() throws IOException {
        commands.scansEnd.countDown();
        disk.release();
        connection.close();
        server.close();
        log.close();
    }

    @Test
    void answersNothingToUnacknowledgedWritesAndRunsThemInOrder() throws IOException {
        disk.hold();
        for (var i = 1; i <= 500; i++) {
            connection.sendUnacknowledged(new Document("write", i));
        }
        connection.send(PING);
        assertThat(connection.receive().get("to")).isEqualTo(501);
        assertThat(commands.written)
                .isEqualTo(IntStream.rangeClosed(1, 500).boxed().toList());
    }

    @Test
    void runsUnacknowledgedWritesAlsoWhenTheirClientHasGone() throws IOException {
        connection.sendUnacknowledged(new Document("scan", 1));
        connection.sendUnacknowledged(new Document("write", 2));
        connection.close();
        await().until(() -> commands.scans.get() == 1);
        assertThat(commands.written).isEmpty();
        assertThat(commands.closed).isEmpty();
        commands.scansEnd.countDown();
        await().until(() -> commands.closed.size() == 1);
        assertThat(commands.written).containsExactly(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"refuse", "fault"})
    void logsThatAnUnacknowledgedWriteFailed(String command) throws IOException {
        connection.sendUnacknowledged(new Document(command, 1));
        connection.send(PING);
        assertThat(connection.receive().get("to")).isEqualTo(2);
        assertThat(log.events())
                .filteredOn(it -> it.getLevel() == Level.WARN)
                .singleElement()
                .satisfies(it ->
                        assertThat(it.getFormattedMessage()).startsWith("An unacknowledged " + command + " failed"));
    }

    @Test
    void takesAMessageInPieces() throws IOException {
        var bytes = connection.unacknowledged(new Document("write", 7));
        var sent = 0;
        try (var other = new RawConnection(server)) {
            for (var end : List.of(3, 15, 22, bytes.length)) {
                connection.send(Arrays.copyOfRange(bytes, sent, end));
                sent = end;
                other.send(PING);
                other.receive();
            }
        }
        connection.send(PING);
        assertThat(connection.receive()).containsEntry("to", 2);
        assertThat(commands.written).containsExactly(7);
    }

    @Test
    void startsACommandWhenTheOneBeforeItIsAnswered() throws IOException {
        connection.send(new Document("scan", 1));
        connection.send(new Document("write", 2));
        connection.send(PING);
        await().until(() -> commands.scans.get() == 1);
        try (var other = new RawConnection(server)) {
            other.send(PING);
            other.receive();
        }
        assertThat(commands.written).isEmpty();
        commands.scansEnd.countDown();
        assertThat(List.of(connection.receive(), connection.receive(), connection.receive()))
                .extracting(it -> it.get("to"))
                .containsExactly(1, 2, 3);
    }

    @Test
    void tellsThatTooManyLongCommandsWait() throws IOException {
        var connections = new ArrayList<RawConnection>();
        for (var i = 0; i < 300; i++) {
            connections.add(new RawConnection(server));
            connections.get(i).send(new Document("scan", 1));
        }
        await().until(() -> commands.scans.get() == 3 && answered(connections).size() == 300 - 3 - 256);
        for (var it : answered(connections)) {
            assertThat(it.receive()).containsEntry("code", 202).containsEntry("errmsg", "the store is busy");
        }
        for (var it : connections) {
            it.close();
        }
    }

    private static List<RawConnection> answered(List<RawConnection> connections) {
        return connections.stream().filter(RawConnection::isAnswered).toList();
    }

    @Test
    void shakesHandsTheOldWay() throws IOException {
        connection.sendQuery("admin.$cmd", new Document("isMaster", 1));
        assertThat(connection.receive()).containsEntry("ismaster", true);
        connection.sendQuery("admin.$cmd", new Document("$query", new Document("isMaster", 1)));
        assertThat(connection.receive()).containsEntry("ismaster", true);
    }

    @Test
    void refusesAQueryTheOldWay() throws IOException {
        connection.sendQuery("test.notes", new Document("a", 1));
        assertThat(connection.receive()).containsEntry("code", 352).containsKey("$err");
        connection.sendQuery("test.$cmd", new Document("ping", 1));
        assertThat(connection.receive()).containsEntry("code", 352).containsKey("errmsg");
        connection.send(PING);
        assertThat(connection.receive()).containsEntry("ok", 1.0);
    }

    @Test
    void answersThatAReplyCannotBeWritten() throws IOException {
        connection.send(new Document("unwritable", 1));
        assertThat(connection.receive()).containsEntry("ok", 0.0).containsEntry("code", 1);
        assertThat(log.events()).anyMatch(event -> event.getLevel() == Level.ERROR);
        connection.send(PING);
        assertThat(connection.receive()).containsEntry("ok", 1.0);
    }

    @Test
    void repliesWithDocumentsThatAreEncodedAlready() throws IOException {
        connection.send(new Document("encoded", 1));
        assertThat(connection.receive())
                .containsEntry("documents", List.of(new Document("a", 1), new Document("b", 2)));
    }

    @Test
    void ignoresAFlagThatNeedNotBeUnderstood() throws IOException {
        connection.send(connection.message(EXHAUST_ALLOWED, PING));
        assertThat(connection.receive()).containsEntry("ok", 1.0);
    }

    @Test
    void closesOnlyTheConnectionThatSendsNonsense() throws IOException {
        var truncated = Unpooled.buffer().writeIntLE(0).writeByte(0).writeIntLE(1000);
        for (var nonsense : List.of(
                "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(US_ASCII),
                new byte[32],
                connection.framed(OP_MSG, Unpooled.buffer()),
                connection.framed(OP_MSG, truncated),
                connection.framed(99, truncated),
                connection.message(UNKNOWN_REQUIRED_FLAG, PING))) {
            log.clear();
            try (var broken = new RawConnection(server)) {
                broken.send(nonsense, broken.message(0, PING));
                assertThat(broken.isClosedByTheServer()).isTrue();
            }
            assertThat(log.events()).singleElement().satisfies(it -> {
                assertThat(it.getLevel()).isEqualTo(Level.WARN);
                assertThat(it.getThrowableProxy()).isNull();
            });
        }
        connection.send(PING);
        assertThat(connection.receive()).containsEntry("ok", 1.0);
    }
}

package io.okrledger.log.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.okrledger.log.Store;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HandOverTest {

    private static final byte[] GROUP = "group".getBytes(StandardCharsets.UTF_8);

    /** More than the half second after which a process is taken to have nothing to write. */
    private static final Duration PAUSE = Duration.ofMillis(600);

    private final AtomicLong now = new AtomicLong();
    private final Store store = Store.inMemory();
    private final List<HandOver> open = new ArrayList<>();
    private final WriterPlace place = new WriterPlace(store.database());

    @AfterEach
    void close() {
        open.forEach(HandOver::close);
        store.close();
    }

    /** It answers with its name and what it was given. */
    private HandOver process(String name) {
        return process(group -> (name + " has written a " + new String(group, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8));
    }

    private HandOver process(UnaryOperator<byte[]> writer) {
        var process = new HandOver(store.database(), Address.OF_THIS_MACHINE, writer, now::get);
        open.add(process);
        process.want();
        return process;
    }

    private static Optional<String> written(HandOver process) {
        return process.write(GROUP).map(answer -> new String(answer, StandardCharsets.UTF_8));
    }

    private int port() {
        return place.holder().orElseThrow().address().port();
    }

    @Test
    void theFirstOneWritesForTheOthers() {
        var first = process("first");
        var second = process("second");
        var third = process("third");

        assertThat(first.follow()).isFalse();
        assertThat(second.follow()).isTrue();
        assertThat(third.follow()).isTrue();

        assertThat(first.follow()).as("it stays where it is").isFalse();
        assertThat(written(second)).contains("first has written a group");
        assertThat(written(third)).contains("first has written a group");
        assertThat(written(second)).contains("first has written a group");
        assertThat(second.isFollowing()).isTrue();
        assertThat(first.isFollowing()).isFalse();
    }

    @Test
    void nobodyOpensADoorBeforeAnotherOneIsInItsWay() {
        process("first");
        assertThat(place.holder()).isEmpty();
    }

    @Test
    void whenTheOneThatWritesIsGoneAnotherOneTakesItsPlace() {
        var first = process("first");
        var second = process("second");
        var third = process("third");
        first.follow();
        second.follow();
        third.follow();
        first.close();

        assertThat(written(second)).isEmpty();
        assertThat(second.isFollowing()).isFalse();
        assertThat(second.follow()).isFalse();
        assertThat(written(third)).isEmpty();
        assertThat(third.follow()).isTrue();
        assertThat(written(third)).contains("second has written a group");
    }

    @Test
    void whoFailsToWriteDoesNotAnswer() {
        var first = process(group -> {
            throw new IllegalStateException("it fails");
        });
        var second = process("second");
        first.follow();
        second.follow();

        assertThat(written(second)).isEmpty();
        assertThat(second.isFollowing()).isFalse();
    }

    @Test
    void whoFollowsDoesNotWriteForOthers() {
        var first = process("first");
        var second = process("second");
        first.follow();
        second.follow();
        var third = process("third");
        place.take(place.holder(), new WriterPlace.Holder("gone", new Address("localhost", 1), new byte[32]));
        third.follow();
        assertThat(first.follow()).isTrue();

        assertThat(written(first)).contains("third has written a group");
        assertThat(written(second)).as("for the last time").contains("first has written a group");
        assertThat(second.isFollowing()).isFalse();
        assertThat(second.follow()).isTrue();
        assertThat(written(second)).contains("third has written a group");
    }

    @Test
    void whoHasMadeAPauseWritesByItself() {
        var first = process("first");
        var second = process("second");
        first.follow();
        second.follow();
        now.addAndGet(PAUSE.toNanos());
        first.want();
        assertThat(second.isFollowing()).isFalse();
        assertThat(second.follow()).isTrue();
    }

    @Test
    void whoHasNothingToWriteItselfDoesNotWriteForOthers() {
        var first = process("first");
        var second = process("second");
        var third = process("third");
        first.follow();
        now.addAndGet(PAUSE.toNanos());
        second.want();

        assertThat(second.follow()).isFalse();
        assertThat(third.follow()).isTrue();
        assertThat(written(third)).contains("second has written a group");
    }

    @Test
    void whoHasNothingToWriteAnyMoreTellsTheOthers() {
        var first = process("first");
        var second = process("second");
        first.follow();
        second.follow();
        for (var i = 0; i < 3; i++) {
            assertThat(second.isFollowing()).isTrue();
            assertThat(written(second)).contains("first has written a group");
            now.addAndGet(PAUSE.dividedBy(3).toNanos());
        }
        written(second);
        assertThat(second.isFollowing()).isFalse();
        assertThat(second.follow()).as("it is the one that writes now").isFalse();
        second.want();
        assertThat(first.follow()).isTrue();
    }

    @Test
    void twoThatCannotReachEachOtherLeaveEachOtherInPeace() {
        var first = process("first");
        var unreachable = new WriterPlace.Holder("elsewhere", new Address("localhost", 1), new byte[32]);
        place.take(Optional.empty(), unreachable);

        assertThat(first.follow()).isFalse();
        assertThat(place.holder().orElseThrow().process()).isNotEqualTo("elsewhere");
        place.take(place.holder(), unreachable);
        assertThat(first.follow()).isFalse();
        assertThat(place.holder().orElseThrow().process()).isEqualTo("elsewhere");
    }

    @Test
    void whoSaysNothingIsNotThere() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            place.take(
                    Optional.empty(),
                    new WriterPlace.Holder("silent", new Address("localhost", silent.getLocalPort()), new byte[32]));
            var first = process("first");
            assertThat(first.follow()).isFalse();
            first.want();
            assertThat(process("second").follow()).isTrue();
        }
    }

    @Test
    void strangersAreShownTheDoor() throws IOException {
        var first = process("first");
        first.follow();
        try (var stranger = new Socket("localhost", port())) {
            stranger.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\n\r\n"
                            .repeat(3)
                            .getBytes(StandardCharsets.UTF_8));
            stranger.setSoTimeout(5_000);
            // Its random bytes and its empty message, of which a stranger can make nothing, are all that it says.
            assertThat(stranger.getInputStream().readAllBytes().length).isLessThanOrEqualTo(32 + 4 + 16);
        } catch (IOException reset) {
            assertThat(reset).hasMessageContaining("reset");
        }
        var second = process("second");
        second.follow();
        assertThat(written(second)).contains("first has written a group");
    }

    @Test
    void noMoreComeInThanThereIsRoomFor() throws IOException {
        var first = process("first");
        first.follow();
        var crowd = new ArrayList<SealedChannel>();
        var secret = place.holder().orElseThrow().secret();
        for (var i = 0; i < 64; i++) {
            crowd.add(SealedChannel.calling(new Socket("localhost", port()), secret));
        }
        try (var late = new Socket("localhost", port())) {
            late.setSoTimeout(5_000);
            assertThat(late.getInputStream().read()).isEqualTo(-1);
        }
        for (var each : crowd) {
            each.close();
        }
        await().until(this::isSomebodyLetIn);
        var second = process("second");
        first.want();
        assertThat(second.follow()).isTrue();
        assertThat(written(second)).contains("first has written a group");
    }

    private boolean isSomebodyLetIn() throws IOException {
        try (var guest = new Socket("localhost", port())) {
            return guest.getInputStream().read() >= 0;
        }
    }

    @Test
    void withoutTheDatabaseEachWritesByItself() {
        var first = process("first");
        store.stop();
        var began = System.nanoTime();
        assertThat(first.follow()).isFalse();
        assertThat(System.nanoTime() - began).isLessThan(10_000_000_000L);
    }
}

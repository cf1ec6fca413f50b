package io.okrledger.log.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two sides, and somebody on the wire between them who can hold back, change and repeat what they send. */
class SealedChannelTest {

    private static final byte[] SECRET = secret(1);
    private static final int LENGTH_BYTES = 4;
    private static final int TAG_BYTES = 16;

    /** The random bytes, and the empty message behind them. */
    private static final int GREETING_BYTES = 32 + LENGTH_BYTES + TAG_BYTES;

    private Wire first;
    private Wire second;

    /** A connection; what goes in on one side comes out on the other. */
    private record Wire(Socket near, Socket far) implements AutoCloseable {

        static Wire open() throws IOException {
            try (var listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                var near = new Socket(listening.getInetAddress(), listening.getLocalPort());
                var far = listening.accept();
                near.setSoTimeout(5_000);
                far.setSoTimeout(5_000);
                return new Wire(near, far);
            }
        }

        byte[] take(int bytes) throws IOException {
            return far.getInputStream().readNBytes(bytes);
        }

        void give(byte[] bytes) throws IOException {
            far.getOutputStream().write(bytes);
        }

        @Override
        public void close() throws IOException {
            near.close();
            far.close();
        }
    }

    @BeforeEach
    void connect() throws IOException {
        first = Wire.open();
        second = Wire.open();
    }

    @AfterEach
    void close() throws IOException {
        first.close();
        second.close();
    }

    private static byte[] secret(int fill) {
        var secret = new byte[32];
        Arrays.fill(secret, (byte) fill);
        return secret;
    }

    private static <T> CompletableFuture<T> begun(Callable<T> work) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return work.call();
            } catch (Exception e) {
                throw new CompletionException(e);
            }
        });
    }

    /** On the wire between them. */
    private void pass(int bytes) throws IOException {
        second.give(first.take(bytes));
    }

    private void passBack(int bytes) throws IOException {
        first.give(second.take(bytes));
    }

    private record Sides(SealedChannel calling, SealedChannel called) {}

    private Sides greeted() throws IOException {
        var calling = begun(() -> SealedChannel.calling(first.near(), SECRET));
        var called = begun(() -> SealedChannel.called(second.near(), SECRET));
        pass(GREETING_BYTES - LENGTH_BYTES - TAG_BYTES);
        passBack(GREETING_BYTES);
        pass(LENGTH_BYTES + TAG_BYTES);
        return new Sides(calling.join(), called.join());
    }

    @Test
    void messagesComeOverInBothDirections() throws IOException {
        var sides = greeted();
        for (var length : new int[] {0, 1, 100, 60_000}) {
            var message = new byte[length];
            Arrays.fill(message, (byte) length);
            sides.calling().send(message);
            pass(LENGTH_BYTES + length + TAG_BYTES);
            assertThat(sides.called().receive()).isEqualTo(message);
            sides.called().send(message);
            passBack(LENGTH_BYTES + length + TAG_BYTES);
            assertThat(sides.calling().receive()).isEqualTo(message);
        }
    }

    @Test
    void whoDoesNotKnowTheSecretIsNotLetIn() throws IOException {
        var calling = begun(() -> SealedChannel.calling(first.near(), secret(2)));
        var called = begun(() -> SealedChannel.called(second.near(), SECRET));
        pass(GREETING_BYTES - LENGTH_BYTES - TAG_BYTES);
        passBack(GREETING_BYTES);
        pass(LENGTH_BYTES + TAG_BYTES);
        assertThatThrownBy(called::join).hasMessageContaining("not sealed with the same secret");
        assertThatThrownBy(calling::join).hasMessageContaining("not sealed with the same secret");
    }

    @Test
    void whoRepeatsAGreetingIsNotLetIn() throws IOException {
        var calling = begun(() -> SealedChannel.calling(first.near(), SECRET));
        var called = begun(() -> SealedChannel.called(second.near(), SECRET));
        var random = first.take(GREETING_BYTES - LENGTH_BYTES - TAG_BYTES);
        second.give(random);
        passBack(GREETING_BYTES);
        var proof = first.take(LENGTH_BYTES + TAG_BYTES);
        second.give(proof);
        calling.join();
        called.join();

        try (var later = Wire.open()) {
            var calledLater = begun(() -> SealedChannel.called(later.near(), SECRET));
            later.give(random);
            later.give(proof);
            assertThatThrownBy(calledLater::join).hasMessageContaining("not sealed with the same secret");
        }
    }

    @Test
    void whatIsChangedOnTheWayIsNotTaken() throws IOException {
        var sides = greeted();
        sides.calling().send(new byte[100]);
        var sealed = first.take(LENGTH_BYTES + 100 + TAG_BYTES);
        sealed[LENGTH_BYTES + 50] ^= 1;
        second.give(sealed);
        assertThatThrownBy(sides.called()::receive).hasMessage("not sealed with the same secret");
    }

    @Test
    void whatIsRepeatedIsNotTaken() throws IOException {
        var sides = greeted();
        sides.calling().send(new byte[100]);
        var sealed = first.take(LENGTH_BYTES + 100 + TAG_BYTES);
        second.give(sealed);
        second.give(sealed);
        assertThat(sides.called().receive()).hasSize(100);
        assertThatThrownBy(sides.called()::receive).hasMessage("not sealed with the same secret");
    }

    @Test
    void whatIsSentBackIsNotTaken() throws IOException {
        var sides = greeted();
        sides.calling().send(new byte[100]);
        first.give(first.take(LENGTH_BYTES + 100 + TAG_BYTES));
        assertThatThrownBy(sides.calling()::receive).hasMessage("not sealed with the same secret");
    }

    @Test
    void nobodyMakesRoomForAMessageThatIsTooLong() throws IOException {
        var sides = greeted();
        second.give(new byte[] {0x7F, 0, 0, 0});
        assertThatThrownBy(sides.called()::receive).hasMessage("a message of 2130706432 bytes");
    }

    @Test
    void nobodyMakesRoomForALongGreeting() throws IOException {
        var called = begun(() -> SealedChannel.called(second.near(), SECRET));
        second.give(new byte[32]);
        second.give(new byte[] {0, 0, 1, 0});
        assertThatThrownBy(called::join).hasMessageContaining("a message of 256 bytes");
    }
}

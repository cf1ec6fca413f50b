package io.okrledger.log.handover;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class DoorTest {

    private static final byte[] SECRET = new byte[32];
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    /** A system may hand out a connection that came before the thread that waits for one has seen the end. */
    private static final class AcceptingWhileClosed extends ServerSocket {

        private final CountDownLatch waiting = new CountDownLatch(1);
        private final CountDownLatch closed = new CountDownLatch(1);
        private final Socket guest;

        AcceptingWhileClosed(Socket guest) throws IOException {
            super(0, 1, HERE);
            this.guest = guest;
        }

        @Override
        public Socket accept() throws IOException {
            waiting.countDown();
            try {
                closed.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return guest;
        }

        @Override
        public void close() throws IOException {
            super.close();
            closed.countDown();
        }
    }

    @Test
    void whoComesInWhileItIsClosedHasToLeave() throws Exception {
        try (var between = new ServerSocket(0, 1, HERE);
                var calling = new Socket(HERE, between.getLocalPort());
                var server = new AcceptingWhileClosed(between.accept())) {
            var door = new Door(server, SECRET, () -> true, group -> group);
            server.waiting.await();
            door.close();
            calling.setSoTimeout(5_000);

            assertThatThrownBy(() -> SealedChannel.calling(calling, SECRET).receive())
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(SocketTimeoutException.class);
        }
    }
}

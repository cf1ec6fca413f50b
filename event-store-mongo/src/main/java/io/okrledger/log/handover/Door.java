package io.okrledger.log.handover;

import java.io.Closeable;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where others come in with what is to be written for them. Each of them has a thread for as long as it keeps coming. */
final class Door implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(Door.class);

    private static final int MOST_GUESTS = 64;

    /** A process that has no files left could not let anybody in, as often as it tried. */
    private static final Duration AFTER_A_FAILURE = Duration.ofMillis(100);

    private static final Duration FOR_A_PROOF = Duration.ofSeconds(1);
    private static final Duration FOR_THE_NEXT_GROUP = Duration.ofSeconds(5);

    private final ServerSocket server;
    private final byte[] secret;
    private final BooleanSupplier isOpen;
    private final UnaryOperator<byte[]> writer;
    private final Set<Socket> guests = ConcurrentHashMap.newKeySet();

    /**
     * @param server closed with the door
     * @param isOpen when it is not, whoever comes has to go elsewhere
     * @param writer called by many threads
     */
    Door(ServerSocket server, byte[] secret, BooleanSupplier isOpen, UnaryOperator<byte[]> writer) {
        this.server = server;
        this.secret = secret;
        this.isOpen = isOpen;
        this.writer = writer;
        start(this::answer, "log-door");
    }

    int port() {
        return server.getLocalPort();
    }

    private static void start(Runnable work, String name) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void answer() {
        while (!isClosed()) {
            try {
                letIn(server.accept());
            } catch (IOException e) {
                LOG.debug("Nobody came in", e);
                LockSupport.parkNanos(AFTER_A_FAILURE.toNanos());
            }
        }
    }

    private void letIn(Socket guest) throws IOException {
        guests.add(guest);
        if (guests.size() > MOST_GUESTS || isClosed()) {
            guests.remove(guest);
            guest.close();
        } else {
            start(() -> serve(guest), "log-door-" + guest.getPort());
        }
    }

    /** Who comes at the moment at which it is closed may be accepted all the same, and must not stay. */
    private boolean isClosed() {
        return server.isClosed();
    }

    private void serve(Socket guest) {
        try (guest) {
            guest.setSoTimeout((int) FOR_A_PROOF.toMillis());
            var channel = SealedChannel.called(guest, secret);
            guest.setSoTimeout((int) FOR_THE_NEXT_GROUP.toMillis());
            var goesOn = isOpen.getAsBoolean();
            channel.send(new Answer(goesOn, new byte[0]).toBytes());
            while (goesOn) {
                var written = writer.apply(channel.receive());
                goesOn = isOpen.getAsBoolean();
                channel.send(new Answer(goesOn, written).toBytes());
            }
        } catch (IOException | RuntimeException e) {
            LOG.debug("Who came in is gone, or is nobody of ours", e);
        } finally {
            guests.remove(guest);
        }
    }

    /** Whoever is inside has to leave, and is not told what became of its group. */
    @Override
    public void close() throws IOException {
        server.close();
        for (var guest : guests) {
            guest.close();
        }
    }
}

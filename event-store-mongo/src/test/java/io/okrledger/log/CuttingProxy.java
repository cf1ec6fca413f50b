package io.okrledger.log;

import io.okrledger.embedded.EmbeddedMongo;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between a driver and a store of its own and passes on whole messages, until one comes for which it was told
 * something else.
 *
 * <p>Every request has one reply on its connection: true of what the driver sends to a server that offers it no more.
 */
public final class CuttingProxy implements AutoCloseable {

    /** What happens to a request. */
    public enum Fate {
        PASS,
        /** The connection is cut, and the server never hears of the request. */
        CUT_BEFORE,
        /** The connection is cut when the server has half of the request. */
        CUT_WITHIN,
        /** The server carries the request out, and the connection is cut instead of passing the reply on. */
        CUT_AFTER,
        /** The request waits in the net until {@link #release()}. */
        DELAY,
        /** The connection is cut; the request reaches the server at {@link #release()} all the same. */
        CUT_AND_DELAY
    }

    /** Decides about a request by the name of its command. */
    public interface Plan {
        Fate of(String command);
    }

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final EmbeddedMongo store = EmbeddedMongo.inMemory();
    private volatile Plan plan = command -> Fate.PASS;
    private final AtomicInteger delayed = new AtomicInteger();
    private volatile CountDownLatch held = new CountDownLatch(1);

    public CuttingProxy() throws IOException {
        start(() -> {
            while (true) {
                var client = door.accept();
                start(() -> serve(client));
            }
        });
    }

    /** Another client that reaches the store through it. */
    public Store through() {
        return Store.at("mongodb://127.0.0.1:" + door.getLocalPort());
    }

    /** Another client that reaches the store without it. */
    public Store past() {
        return Store.at(store.connectionString());
    }

    public void plan(Plan next) {
        plan = next;
    }

    /** Lets what is delayed by now go on. */
    public void release() {
        var waiting = held;
        held = new CountDownLatch(1);
        waiting.countDown();
    }

    /** How many requests are delayed, or have been and are not answered yet. */
    int delayed() {
        return delayed.get();
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static void start(Work work) {
        var thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException | InterruptedException e) {
                // One of the ends has gone, which is what this is for.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(Socket client) throws IOException, InterruptedException {
        try (client;
                var server = new Socket(InetAddress.getLoopbackAddress(), store.port())) {
            while (passesOn(WireMessage.from(client), client, server)) {
                // The one exchange after the other.
            }
        }
    }

    /** Returns whether the connection is still whole. */
    private boolean passesOn(WireMessage request, Socket client, Socket server)
            throws IOException, InterruptedException {
        var release = held;
        var fate = plan.of(request.command());
        switch (fate) {
            case CUT_BEFORE -> {
                return false;
            }
            case CUT_WITHIN -> {
                request.halfTo(server);
                return false;
            }
            case CUT_AFTER -> {
                answer(request, server);
                return false;
            }
            case CUT_AND_DELAY -> {
                client.close();
                lateAnswer(request, server, release);
                return false;
            }
            case DELAY -> lateAnswer(request, server, release).to(client);
            case PASS -> answer(request, server).to(client);
        }
        return true;
    }

    private WireMessage lateAnswer(WireMessage request, Socket server, CountDownLatch release)
            throws IOException, InterruptedException {
        delayed.incrementAndGet();
        try {
            release.await();
            return answer(request, server);
        } finally {
            delayed.decrementAndGet();
        }
    }

    private static WireMessage answer(WireMessage request, Socket server) throws IOException {
        request.to(server);
        return WireMessage.from(server);
    }

    /** Lets nobody in any more, and closes the store. */
    @Override
    public void close() throws IOException {
        door.close();
        store.close();
    }
}

package io.okrledger.embedded.wire;

import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Commands without a store: {@code write} is durable, {@code scan} takes until it is let go, {@code refuse} and {@code
 * fault} fail, {@code
 * unwritable} has a reply that cannot be sent, {@code encoded} one that is, and everything else succeeds at once.
 */
final class RecordedCommands implements Commands {

    /** {a: 1} */
    private static final Encoded ENCODED = new Encoded(new byte[] {12, 0, 0, 0, 0x10, 'a', 0, 1, 0, 0, 0, 0});

    final List<Object> written = new CopyOnWriteArrayList<>();
    final List<Channel> closed = new CopyOnWriteArrayList<>();
    final CountDownLatch scansEnd = new CountDownLatch(1);
    final AtomicInteger scans = new AtomicInteger();

    @Override
    public boolean mayTakeLong(String database, Document command) {
        return command.containsKey("scan");
    }

    @Override
    public Answer run(Channel channel, String database, Document command) {
        var name = command.keySet().iterator().next();
        return switch (name) {
            case "hello", "isMaster", "ismaster" -> new Answer(handshake(), false);
            case "write" -> {
                written.add(command.get(name));
                yield new Answer(ok().append("database", database), true);
            }
            case "insert" -> {
                written.addAll((List<?>) command.get("documents"));
                yield new Answer(ok().append("n", 1), true);
            }
            case "scan" -> new Answer(scan(), false);
            case "refuse" -> new Answer(new Document("ok", 0.0).append("errmsg", "refused"), false);
            case "fault" -> throw new AssertionError("a fault of the program");
            case "unwritable" -> new Answer(ok().append("thread", Thread.currentThread()), false);
            case "encoded" -> new Answer(ok().append("documents", List.of(ENCODED, new Document("b", 2))), false);
            default -> new Answer(ok(), false);
        };
    }

    private Document scan() {
        scans.incrementAndGet();
        try {
            scansEnd.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return ok().append("scanned", true);
    }

    @Override
    public void closed(Channel channel) {
        closed.add(channel);
    }

    private static Document ok() {
        return new Document("ok", 1.0);
    }

    private static Document handshake() {
        return ok().append("ismaster", true)
                .append("minWireVersion", 0)
                .append("maxWireVersion", 13)
                .append("maxBsonObjectSize", 16 << 20)
                .append("maxMessageSizeBytes", 48_000_000)
                .append("maxWriteBatchSize", 1000);
    }
}

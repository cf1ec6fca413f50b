package io.okrledger.log.handover;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets one process write for all that write at the same time. Who is late at the end of the log again and again asks who
 * that is, and from then on hands over what it would have written; when nobody is there, or cannot be reached, it offers
 * itself. Nobody is told that the one who writes is gone: who hands over notices, and the place is free.
 *
 * <p>Used by one thread at a time, but for {@link #close()}.
 */
public final class HandOver implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HandOver.class);

    private static final int SECRET_BYTES = 32;
    private static final int CONNECT_MILLIS = 500;

    /** Whoever is slower than that may be gone; a group takes some milliseconds. */
    private static final int ANSWER_MILLIS = 2_000;

    /** After such a pause a process writes by itself, until it is late again, and for nobody else. */
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final String self = UUID.randomUUID().toString();
    private final byte[] secret = new byte[SECRET_BYTES];
    private final WriterPlace place;
    private final Address address;
    private final UnaryOperator<byte[]> writer;
    private final LongSupplier nanos;
    private @Nullable Door door;
    private volatile @Nullable SealedChannel channel;
    private volatile long wantedAt;
    private long usedAt;
    private String unreachable = "nobody";
    private boolean warned;
    private boolean closed;

    /**
     * @param database where the processes meet
     * @param address where others reach this process, if it is the one that writes
     * @param writer writes what others hand over, and answers with what they are to know; called by many threads
     */
    public HandOver(MongoDatabase database, Address address, UnaryOperator<byte[]> writer) {
        this(database, address, writer, System::nanoTime);
    }

    HandOver(MongoDatabase database, Address address, UnaryOperator<byte[]> writer, LongSupplier nanos) {
        place = new WriterPlace(database);
        this.address = address;
        this.writer = writer;
        this.nanos = nanos;
        new SecureRandom().nextBytes(secret);
        wantedAt = nanos.getAsLong() - PAUSE_NANOS;
    }

    /** This process has something to write: who has nothing of its own would only be a stop on the way. By any thread. */
    public void want() {
        wantedAt = nanos.getAsLong();
    }

    /** Whether another process is to write for this one. */
    public boolean isFollowing() {
        if (channel != null && nanos.getAsLong() - usedAt > PAUSE_NANOS) {
            leave();
        }
        return channel != null;
    }

    /**
     * Looks for the process that writes for all.
     *
     * @return whether there is one, and it is another one
     */
    public boolean follow() {
        try {
            var holder = place.holder();
            var known = holder.map(WriterPlace.Holder::process).orElse("");
            if (known.equals(self) || known.equals(unreachable)) {
                return false; // Two that cannot reach each other need not take the place from each other for ever.
            }
            if (holder.isPresent() && isReached(holder.get())) {
                return true;
            }
            offer(holder);
            return false;
        } catch (MongoException | IOException e) {
            warn("Cannot look for the process that writes for all, and goes on without", e);
            return false;
        }
    }

    private boolean isReached(WriterPlace.Holder holder) {
        var socket = new Socket();
        try {
            socket.connect(holder.address().resolved(), CONNECT_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            var found = SealedChannel.calling(socket, holder.secret());
            if (Answer.of(found.receive()).goesOn()) {
                channel = found;
                usedAt = nanos.getAsLong();
                return true;
            }
            found.close();
            return false;
        } catch (IOException e) {
            LOG.info("Nobody writes for all at {}: {}", holder.address(), e.toString());
            unreachable = holder.process();
            close(socket);
            return false;
        }
    }

    private void offer(Optional<WriterPlace.Holder> seen) throws IOException {
        place.take(seen, new WriterPlace.Holder(self, new Address(address.host(), opened().port()), secret));
    }

    private synchronized Door opened() throws IOException {
        if (closed) {
            throw new IOException("closed");
        }
        if (door == null) {
            door = new Door(address.open(), secret, this::writesForAll, writer);
        }
        return door;
    }

    private boolean writesForAll() {
        return channel == null && nanos.getAsLong() - wantedAt < PAUSE_NANOS;
    }

    /**
     * Has a group written by the process that {@link #follow()} has found.
     *
     * @return what it answers; nothing when it does not, and then it may write the group later, or never
     */
    public Optional<byte[]> write(byte[] group) {
        var to = channel;
        if (to == null) {
            return Optional.empty(); // Closed meanwhile.
        }
        try {
            to.send(group);
            var answer = Answer.of(to.receive());
            usedAt = nanos.getAsLong();
            if (!answer.goesOn()) {
                leave();
            }
            return Optional.of(answer.written());
        } catch (IOException e) {
            LOG.debug("The process that writes for all is gone", e);
            leave();
            return Optional.empty();
        }
    }

    private void leave() {
        var left = channel;
        channel = null;
        if (left != null) {
            close(left);
        }
    }

    private static void close(Closeable it) {
        try {
            it.close();
        } catch (IOException e) {
            LOG.debug("Not closed", e);
        }
    }

    private void warn(String message, Exception e) {
        if (!warned) {
            warned = true;
            LOG.warn(message, e);
        }
    }

    /** Nobody comes in any more; who has come in is not told what became of its group. */
    @Override
    public synchronized void close() {
        closed = true;
        if (door != null) {
            close(door);
        }
        leave();
    }
}

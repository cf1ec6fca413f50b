package io.okrledger.log;

import com.mongodb.client.MongoClients;
import io.okrledger.embedded.EmbeddedMongo;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * The process that is killed. It is given a directory, its number and for each writer how many of its commits are
 * acknowledged, and says what it sends and what it is told. A full stop shows that a line was not cut off.
 *
 * <p>Each writer has a stream of its own and goes now and then to one that all of them want. Every other writer has
 * idempotency keys; the first that it uses may be of a commit whose fate it was not told before the last kill.
 */
final class LogWriters {

    private final EventLog log;
    private final String process;
    private final AtomicLong contended = new AtomicLong();

    private LogWriters(EventLog log, String process) {
        this.log = log;
        this.process = process;
    }

    @SuppressWarnings("resource") // It ends by being killed.
    public static void main(String[] arguments) {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            failure.printStackTrace();
            Runtime.getRuntime().halt(1);
        });
        var store = EmbeddedMongo.open(Path.of(arguments[0]));
        var database = MongoClients.create(store.connectionString()).getDatabase("log");
        var writers = new LogWriters(new EventLog(database, Clock.systemUTC()), arguments[1]);
        for (var i = 2; i < arguments.length; i++) {
            var writer = i - 2;
            var number = Integer.parseInt(arguments[i]);
            new Thread(() -> writers.write(writer, number)).start();
        }
    }

    private void write(int writer, int first) {
        var sequence = 0L;
        for (var number = first; ; ) {
            var commit = commit(writer, number, sequence);
            System.out.println("sent " + commit.id() + " .");
            try {
                var accepted = log.append(commit);
                sayAccepted(writer, accepted);
                sequence = accepted.streams().get(0).to() + 1;
                number++;
            } catch (KeyTakenException e) {
                sayRefused(commit);
                sayAccepted(writer, e.first());
                number++;
            } catch (ConcurrencyException | AggregateStreamCreationException e) {
                sayRefused(commit);
            }
        }
    }

    private NewCommit commit(int writer, int number, long sequence) {
        var random = ThreadLocalRandom.current();
        var events = new ArrayList<StoredEvent>();
        var count = 1 + random.nextInt(4);
        for (var i = 0; i < count; i++) {
            var payload = "x".repeat(random.nextInt(2_000));
            events.add(Events.event("stream-" + process + "-" + writer, sequence + i, Events.TIMESTAMP, payload));
        }
        if (random.nextInt(4) == 0) {
            events.addAll(Events.events("contended-" + process, contended.get(), 1));
        }
        var key = writer % 2 == 0 ? "key " + number + " of " + writer : null;
        return new NewCommit(UUID.randomUUID(), key, key, events);
    }

    private void sayAccepted(int writer, Commit commit) {
        commit.streams().stream()
                .filter(range -> range.id().equals("contended-" + process))
                .forEach(range -> contended.accumulateAndGet(range.to() + 1, Math::max));
        System.out.println(
                "accepted " + commit.id() + " " + commit.position() + " " + Told.hash(commit) + " " + writer + " .");
    }

    private static void sayRefused(NewCommit commit) {
        System.out.println("refused " + commit.id() + " .");
    }
}

package io.okrledger.log;

import com.mongodb.client.MongoClients;
import io.okrledger.embedded.EmbeddedMongo;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * The process that is killed; {@link WriterProcess} is the other side of it. It says what it begins and what it is told,
 * and when. A full stop shows that a line was not cut off.
 *
 * <p>Each writer has a stream of its own and goes now and then to one that all of them want. Every other writer has
 * idempotency keys; the first that it uses may be of a commit whose fate it was not told before the last kill.
 */
final class LogWriters {

    private final EventLog log;
    private final WriterProcess.Task task;
    private final AtomicLong contended = new AtomicLong();

    private LogWriters(EventLog log, WriterProcess.Task task) {
        this.log = log;
        this.task = task;
    }

    @SuppressWarnings("resource") // It ends with the process.
    public static void main(String[] arguments) throws InterruptedException {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            failure.printStackTrace();
            Runtime.getRuntime().halt(1);
        });
        var task = WriterProcess.Task.of(List.of(arguments));
        var database = MongoClients.create(connectionString(task.store())).getDatabase("log");
        var writers = new LogWriters(new EventLog(database, Clock.systemUTC()), task);
        var threads = new ArrayList<Thread>();
        for (var i = 0; i < task.first().size(); i++) {
            var writer = i;
            threads.add(new Thread(() -> writers.write(writer, task.first().get(writer))));
        }
        threads.forEach(Thread::start);
        for (var thread : threads) {
            thread.join();
        }
        System.exit(0);
    }

    private static String connectionString(String store) {
        return store.startsWith("mongodb:")
                ? store
                : EmbeddedMongo.open(Path.of(store)).connectionString();
    }

    private void write(int writer, int first) {
        var sequence = 0L;
        for (var number = first; number < first + task.commits(); ) {
            var wanted = contended.get();
            var commit = commit(writer, number, sequence, wanted);
            say("begun", commit.id());
            try {
                var accepted = log.append(commit);
                sayAcknowledged(accepted, writer);
                sequence = accepted.streams().get(0).to() + 1;
                number++;
                accepted.streams().forEach(this::learn);
            } catch (KeyTakenException e) {
                say("refused", commit.id());
                sayAcknowledged(e.first(), writer);
                number++;
            } catch (ConcurrencyException | AggregateStreamCreationException e) {
                // Nobody else writes to its own stream, so it is the other one that has gone on.
                say("refused", commit.id());
                contended.accumulateAndGet(wanted + 1, Math::max);
            }
        }
    }

    private NewCommit commit(int writer, int number, long sequence, long wanted) {
        var random = ThreadLocalRandom.current();
        var events = new ArrayList<StoredEvent>();
        var count = 1 + random.nextInt(4);
        for (var i = 0; i < count; i++) {
            var payload = "x".repeat(random.nextInt(2_000));
            events.add(Events.event("stream-" + task.own() + "-" + writer, sequence + i, Events.TIMESTAMP, payload));
        }
        if (random.nextInt(4) == 0) {
            events.addAll(Events.events("contended-" + task.shared(), wanted, 1));
        }
        var key = writer % 2 == 0 ? "key " + number + " of " + writer + " in " + task.keys() : null;
        return new NewCommit(UUID.randomUUID(), key, key, events);
    }

    private void learn(StreamRange range) {
        if (range.id().equals("contended-" + task.shared())) {
            contended.accumulateAndGet(range.to() + 1, Math::max);
        }
    }

    private static void sayAcknowledged(Commit commit, int writer) {
        say("acknowledged", commit.id(), commit.position(), History.hash(commit), writer);
    }

    private static void say(String what, UUID commit, Object... more) {
        var line = new StringBuilder(what + " " + commit + " " + System.nanoTime() + " ");
        for (var word : more) {
            line.append(word).append(' ');
        }
        System.out.println(line.append('.'));
        if (System.out.checkError()) {
            Runtime.getRuntime().halt(1); // Whoever has started it is gone and will not kill it.
        }
    }
}

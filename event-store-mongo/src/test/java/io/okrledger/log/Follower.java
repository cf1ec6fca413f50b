package io.okrledger.log;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;

/** A reader with a log of its own, which it follows from the beginning while others write, and what it saw. */
final class Follower implements AutoCloseable {

    private static final int PAGE = 100;

    private final EventLog log;
    private final List<UUID> seen = new CopyOnWriteArrayList<>();
    private final Semaphore growth = new Semaphore(1);
    private final Thread reader = new Thread(this::follow);
    private long position;

    Follower(MongoDatabase database) {
        log = new EventLog(database, Clock.systemUTC());
        log.onAppended(growth::release);
        reader.setDaemon(true);
        reader.start();
    }

    private void follow() {
        try {
            while (true) {
                growth.acquire();
                growth.drainPermits();
                read();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        for (var page = log.read(position, PAGE); !page.isEmpty(); page = log.read(position, PAGE)) {
            for (var commit : page) {
                seen.add(commit.id());
                position = commit.lastPosition();
            }
        }
    }

    /** The commits that it saw, in its order. */
    List<UUID> seen() {
        return seen;
    }

    @Override
    public void close() {
        log.close();
        reader.interrupt();
    }
}

package io.okrledger.embedded.command;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** One command at a time changes a collection; none does while the schema changes. Who only reads needs no lock. */
final class Locks {

    private final ReentrantReadWriteLock schema = new ReentrantReadWriteLock();
    private final Map<String, ReentrantLock> collections = new ConcurrentHashMap<>();
    private final Map<String, Boolean> heldLong = new ConcurrentHashMap<>();

    <T> T changing(String collection, boolean mayTakeLong, Supplier<T> command) {
        return holding(
                schema.readLock(),
                () -> holding(of(collection), () -> {
                    if (!mayTakeLong) {
                        return command.get();
                    }
                    heldLong.put(collection, true);
                    try {
                        return command.get();
                    } finally {
                        heldLong.remove(collection);
                    }
                }));
    }

    <T> T changingSchema(Supplier<T> command) {
        return holding(schema.writeLock(), command);
    }

    /** Whether a command that wants to change the collection may have to wait long. */
    boolean isHeldLong(String collection) {
        return schema.isWriteLocked() || heldLong.containsKey(collection);
    }

    private ReentrantLock of(String collection) {
        return collections.computeIfAbsent(collection, unknown -> new ReentrantLock());
    }

    private static <T> T holding(Lock lock, Supplier<T> command) {
        lock.lock();
        try {
            return command.get();
        } finally {
            lock.unlock();
        }
    }
}

package io.okrledger.embedded.rocks;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** Lets commands through until it is closed, so that nothing is taken away from under one that runs. */
final class Gate {

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private boolean closed;

    /** @throws StoreFailedException if it is closed, or closing */
    <T> T through(Supplier<T> command) {
        if (!lock.readLock().tryLock()) {
            throw StoreFailedException.closed();
        }
        try {
            if (closed) {
                throw StoreFailedException.closed();
            }
            return command.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Waits for the commands that run, refuses those that come later, and then does the last thing. */
    void close(Runnable last) {
        lock.writeLock().lock();
        try {
            closed = true;
            last.run();
        } finally {
            lock.writeLock().unlock();
        }
    }
}

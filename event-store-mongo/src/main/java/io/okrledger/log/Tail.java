package io.okrledger.log;

import com.mongodb.MongoException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.axonframework.common.Registration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The end of the log as this process knows it, and those who want to know when it moves. */
final class Tail implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Tail.class);

    private final Commits commits;
    private final TailPoll poll;
    private final Set<Runnable> listeners = new CopyOnWriteArraySet<>();
    private volatile Head head;

    /** Makes the log when it is missing. */
    Tail(Commits commits, TailInterval interval) {
        this.commits = commits;
        head = create(commits);
        poll = new TailPoll(interval, this::catchUp);
    }

    private static Head create(Commits commits) {
        try {
            commits.createIndexes();
            commits.insert(List.of(Commit.GENESIS));
            return Head.after(Commit.GENESIS);
        } catch (MongoException e) {
            // It is there already; which of its two unique values a store looks at first differs.
            var refusal = Refusal.of(e);
            if (refusal == Refusal.POSITION || refusal == Refusal.KEY) {
                return commits.newest();
            }
            throw new LogUnavailableException(false, e);
        }
    }

    Head head() {
        return head;
    }

    /** The position up to which this process has seen the log. */
    long position() {
        return head.next() - 1;
    }

    /**
     * Takes in what others have appended. As positions are dense, one look at the place behind the known end tells
     * whether there is anything, on any store, without a scan.
     *
     * @return whether there was anything
     */
    boolean catchUp() {
        return commits.isThereOneAt(head.next()) && takeNewest();
    }

    /** The same for who knows already that there is something, though perhaps not yet on a majority of the servers. */
    boolean takeNewest() {
        var known = head.next();
        advance(commits.newest());
        tellListeners();
        return head.next() > known;
    }

    /** Readers and the writer all learn of the end, in any order; it only ever moves on. */
    synchronized void advance(Head seen) {
        if (head.next() < seen.next()) {
            head = seen;
        }
    }

    Registration onMoved(Runnable listener) {
        listeners.add(listener);
        poll.start();
        return () -> listeners.remove(listener);
    }

    /** A listener that fails, perhaps because it is shutting down, must not make a commit look as if it had failed. */
    void tellListeners() {
        for (var listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException e) {
                LOG.warn("A listener of the log has failed", e);
            }
        }
    }

    @Override
    public void close() {
        poll.close();
    }
}

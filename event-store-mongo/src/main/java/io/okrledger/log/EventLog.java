package io.okrledger.log;

import static io.okrledger.log.CommitDocument.KEY;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.axonframework.common.Registration;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log. Every commit gets the next positions, dense and in commit order; whoever has read up to a position has seen
 * everything up to it; an acknowledged commit is never lost, doubled, moved or reordered; two writers of one stream
 * version cannot both win; a key is used once.
 *
 * <p>A commit is one document, inserted at the end as this process knows it. Whoever inserts there first has won; the
 * others read forward and try again behind it. There is no lock between processes and no order but that of the
 * {@code _id}s, least of all that of clocks.
 *
 * <p>Safe for use by many threads. Reads fail with {@link LogUnavailableException} when the store does.
 */
public final class EventLog implements AutoCloseable {

    /** The most events that one commit takes. */
    public static final int MAX_EVENTS = 1_000;

    /** The most bytes that one commit takes. */
    public static final long MAX_BYTES = 4L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(EventLog.class);
    private static final long LONGEST_PAUSE_NANOS = 2_000_000;

    private final Commits commits;
    private final Clock clock;
    private final TailPoll poll;
    private final ReentrantLock writing = new ReentrantLock();
    private final Set<Runnable> listeners = new CopyOnWriteArraySet<>();
    private volatile Head head;

    /** Opens the log in this database and makes it when it is missing. */
    public EventLog(MongoDatabase database, Clock clock) {
        this(database, clock, TailInterval.DEFAULT);
    }

    /** @param interval how often to look for commits of other processes */
    public EventLog(MongoDatabase database, Clock clock, TailInterval interval) {
        this.clock = clock;
        commits = new Commits(database);
        head = create();
        poll = new TailPoll(interval, this::catchUp);
    }

    private Head create() {
        try {
            commits.createIndexes();
            commits.insert(Commit.GENESIS);
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

    /**
     * Appends a commit; when this returns, a majority of the servers has it in its journal.
     *
     * <p>Conflicts are found by where the commit begins in its streams. That is enough for writers that go on where what
     * they have read ends, because commits can only be read whole.
     *
     * @throws AggregateStreamCreationException if a stream that the commit begins exists already
     * @throws ConcurrencyException if another commit has been first at this version of a stream
     * @throws KeyTakenException if the key belongs to an earlier commit
     * @throws CommitTooLargeException if it has more than {@link #MAX_EVENTS} events or {@link #MAX_BYTES} bytes
     * @throws LogUnavailableException if the store failed, possibly after the write
     */
    public Commit append(NewCommit commit) {
        requireTakeable(commit);
        writing.lock();
        try {
            return insert(commit);
        } finally {
            writing.unlock();
            tellListeners();
        }
    }

    private static void requireTakeable(NewCommit commit) {
        if (commit.events().size() > MAX_EVENTS) {
            throw new CommitTooLargeException("%d events in one commit, at most %d"
                    .formatted(commit.events().size(), MAX_EVENTS));
        }
        if (commit.bytes() > MAX_BYTES) {
            throw new CommitTooLargeException(
                    "%d bytes in one commit, at most %d".formatted(commit.bytes(), MAX_BYTES));
        }
    }

    private Commit insert(NewCommit commit) {
        for (var collisions = 0; ; collisions++) {
            var sealed = commit.after(head, clock.instant());
            try {
                commits.insert(sealed);
                advance(Head.after(sealed));
                return sealed;
            } catch (MongoException failure) {
                switch (Refusal.of(failure)) {
                    case POSITION -> goBehind(collisions);
                    case STREAM, KEY -> {
                        return firstOr(commit, () -> conflict(sealed, failure));
                    }
                    case NOT_WRITTEN -> throw new LogUnavailableException(false, failure);
                    case UNKNOWN -> {
                        // It may still be on its way to this place, so it must not be tried at another one: its key
                        // alone tells what became of it.
                        return firstOr(commit, () -> new LogUnavailableException(true, failure));
                    }
                }
            }
        }
    }

    /** The pause keeps two processes, each with many writers, from colliding again and again. */
    private void goBehind(int collisions) {
        catchUp();
        var longest = Math.min(LONGEST_PAUSE_NANOS, 100_000L * collisions);
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(longest + 1));
    }

    /** The commit itself when it is stored after all: a driver may have sent it twice. */
    private Commit firstOr(NewCommit commit, Supplier<? extends RuntimeException> otherwise) {
        Optional<Commit> first;
        try {
            first = findByKey(commit.keyOrId());
        } catch (LogUnavailableException e) {
            var failure = otherwise.get();
            failure.addSuppressed(e);
            throw failure;
        }
        var holder = first.orElseThrow(otherwise);
        if (!holder.id().equals(commit.id())) {
            throw new KeyTakenException(holder);
        }
        catchUp();
        return holder;
    }

    private RuntimeException conflict(Commit refused, MongoException cause) {
        var stream = refused.streams().stream()
                .filter(range -> refused.streams().size() == 1 || commits.isTaken(range))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("refused without a reason", cause));
        return StreamConflict.at(stream.id(), stream.from(), cause);
    }

    /** The position of the newest event, 0 when there is none yet. */
    public long head() {
        catchUp();
        return knownPosition();
    }

    /** The position up to which this process has seen the log. */
    long knownPosition() {
        return head.next() - 1;
    }

    /**
     * Commits behind a position in their order, whole ones: when the position lies inside a commit, that is the first.
     *
     * @return none when there is nothing behind the position
     */
    public List<Commit> read(long afterPosition, int maxCommits) {
        var start = Math.max(0, afterPosition) + 1;
        if (start > knownPosition() && start > head()) {
            return List.of();
        }
        var page = commits.from(start, maxCommits);
        if (page.isEmpty() || page.get(0).position() > start) {
            page.add(0, commits.newestUpTo(start));
        }
        requireDense(start, page);
        return page.subList(0, Math.min(maxCommits, page.size()));
    }

    /** Better to stop than to pass over a hole: what was passed over is never delivered. */
    private static void requireDense(long start, List<Commit> page) {
        var next = start;
        for (var commit : page) {
            if (commit.position() > next || commit.lastPosition() < next) {
                throw new IllegalStateException("the log has a hole at position " + next);
            }
            next = commit.lastPosition() + 1;
        }
    }

    /** The commits that hold events of a stream with at least this sequence number, in their order. */
    public List<Commit> stream(String streamId, long fromSequence) {
        // The commit that holds the first one cannot begin further in front than a commit is long.
        var earliest = Math.max(0, fromSequence - MAX_EVENTS + 1);
        return commits.ofStream(streamId, earliest).stream()
                .filter(commit -> commit.streams().stream()
                        .anyMatch(range -> range.id().equals(streamId) && range.to() >= fromSequence))
                .sorted(Comparator.comparingLong(Commit::position))
                .toList();
    }

    /** The commit that was appended with this key. */
    public Optional<Commit> findByKey(String idempotencyKey) {
        return commits.byKey(idempotencyKey);
    }

    /** The position of the newest event that was recorded at this instant or before, 0 when there is none. */
    public long positionAt(Instant instant) {
        long low = 0;
        var high = head();
        while (low < high) {
            var middle = commits.newestUpTo(low + (high - low + 1) / 2);
            if (middle.at().isAfter(instant)) {
                high = middle.position() - 1;
            } else {
                low = middle.lastPosition();
            }
        }
        return low;
    }

    /**
     * Calls back whenever the log may have grown, whoever wrote: at once after a commit of this process, and after a
     * look at the store for those of others. The call must be short; it runs on the thread that noticed.
     */
    public Registration onAppended(Runnable listener) {
        listeners.add(listener);
        poll.start();
        return () -> listeners.remove(listener);
    }

    /** A listener that fails, perhaps because it is shutting down, must not make a commit look as if it had failed. */
    private void tellListeners() {
        for (var listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException e) {
                LOG.warn("A listener of the log has failed", e);
            }
        }
    }

    /**
     * Takes in what others have appended. As positions are dense, one look at the place behind the known end tells
     * whether there is anything, on any store, without a scan.
     */
    private boolean catchUp() {
        if (!commits.isThereOneAt(head.next())) {
            return false;
        }
        advance(commits.newest());
        tellListeners();
        return true;
    }

    /** Readers and the writer all learn of the end, in any order; it only ever moves on. */
    private synchronized void advance(Head seen) {
        if (head.next() < seen.next()) {
            head = seen;
        }
    }

    /** Stops looking for other processes' commits. */
    @Override
    public void close() {
        poll.close();
    }
}

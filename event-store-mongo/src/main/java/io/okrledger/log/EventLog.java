package io.okrledger.log;

import com.mongodb.client.MongoDatabase;
import io.okrledger.log.handover.Address;
import io.okrledger.log.handover.HandOver;
import io.okrledger.log.turns.Turns;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.common.Registration;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

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

    /** The collection that holds the log of a database. */
    public static final String COLLECTION = Commits.COLLECTION;

    /** The most events that one commit takes. */
    public static final int MAX_EVENTS = 1_000;

    /** The most bytes that one commit takes. */
    public static final long MAX_BYTES = 4L << 20;

    private final Commits commits;
    private final Tail tail;
    private final KnownStreams streams;
    private final GroupCommit writers;
    private final HandOver handOver;
    private final LogObserver observer;

    /** Opens the log in this database and makes it when it is missing. */
    public EventLog(MongoDatabase database, Clock clock) {
        this(database, clock, TailInterval.DEFAULT);
    }

    /** @param interval how often to look for commits of other processes */
    public EventLog(MongoDatabase database, Clock clock, TailInterval interval) {
        this(database, clock, interval, LogObserver.NONE, Address.OF_THIS_MACHINE);
    }

    /**
     * @param observer is told what becomes of what is appended
     * @param address where other processes reach this one, if it is the one that writes for all
     */
    public EventLog(MongoDatabase database, Clock clock, TailInterval interval, LogObserver observer, Address address) {
        this.observer = observer;
        commits = new Commits(database);
        tail = new Tail(commits, interval);
        streams = new KnownStreams(commits, tail.position());
        handOver = new HandOver(database, address, this::appendHanded);
        var others = new Others(handOver, new Turns(database, tail::takeNewest));
        writers = new GroupCommit(group -> new GroupWrite(commits, tail, clock, observer, others).run(group));
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
        var start = System.nanoTime();
        var outcome = LogObserver.Outcome.UNKNOWN;
        try {
            requireTakeable(commit);
            handOver.want();
            var stored = writers.append(commit);
            streams.appended(stored);
            outcome = LogObserver.Outcome.STORED;
            return stored;
        } catch (RuntimeException e) {
            outcome = outcomeOf(e);
            throw e;
        } finally {
            observer.ended(outcome, Duration.ofNanos(System.nanoTime() - start));
        }
    }

    /** What other processes would have appended themselves. */
    private byte[] appendHanded(byte[] group) {
        var commits = HandedGroup.fromBytes(group);
        commits.forEach(EventLog::requireTakeable);
        var outcomes = writers.append(commits);
        return HandedGroup.placesToBytes(
                outcomes.stream().map(it -> Optional.ofNullable(it.stored())).toList());
    }

    private static LogObserver.Outcome outcomeOf(RuntimeException failure) {
        if (failure instanceof AggregateStreamCreationException || failure instanceof ConcurrencyException) {
            return LogObserver.Outcome.CONFLICT;
        }
        if (failure instanceof KeyTakenException) {
            return LogObserver.Outcome.KEY_TAKEN;
        }
        if (failure instanceof CommitTooLargeException) {
            return LogObserver.Outcome.TOO_LARGE;
        }
        return failure instanceof LogUnavailableException e && !e.outcomeUnknown()
                ? LogObserver.Outcome.UNAVAILABLE
                : LogObserver.Outcome.UNKNOWN;
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

    /** The position of the newest event, 0 when there is none yet. */
    public long head() {
        tail.catchUp();
        return knownPosition();
    }

    /** The position up to which this process has seen the log; other processes may be ahead of it. */
    public long knownPosition() {
        return tail.position();
    }

    /** How many commits wait for the one write that is under way to end. */
    public int waiting() {
        return writers.queued();
    }

    /**
     * Commits behind a position in their order, whole ones: when the position lies inside a commit, that is the first.
     * There may be more behind them although they are fewer than asked for, when they are large.
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
        return streams.from(streamId, fromSequence, () -> read(streamId, fromSequence));
    }

    /** The same, but what other processes have appended since the last look at the log may be missing. */
    public List<Commit> streamAsSeen(String streamId, long fromSequence) {
        return streams.asSeen(streamId, fromSequence, () -> read(streamId, fromSequence));
    }

    private List<Commit> read(String streamId, long fromSequence) {
        var behind = commits.ofStream(streamId, fromSequence);
        var around = fromSequence == 0 || behind.stream().anyMatch(commit -> begins(commit, streamId, fromSequence))
                ? List.<Commit>of()
                : holding(streamId, fromSequence);
        return Stream.concat(around.stream(), behind.stream())
                .sorted(Comparator.comparingLong(Commit::position))
                .toList();
    }

    /** Where a commit with one event is in front of the sequence number, which is nearly always, that one tells all. */
    private List<Commit> holding(String streamId, long sequence) {
        var before = commits.ofStreamAt(streamId, sequence - 1);
        // The commit that holds it cannot begin further in front than a commit is long.
        var near = before.isEmpty() ? commits.ofStream(streamId, Math.max(0, sequence - MAX_EVENTS + 1)) : before;
        return near.stream()
                .filter(commit -> commit.streams().stream()
                        .anyMatch(range ->
                                range.id().equals(streamId) && range.from() < sequence && range.to() >= sequence))
                .toList();
    }

    private static boolean begins(Commit commit, String streamId, long sequence) {
        return commit.streams().stream().anyMatch(range -> range.id().equals(streamId) && range.from() == sequence);
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
        return tail.onMoved(listener);
    }

    /** Stops looking for other processes' commits, and writing them. */
    @Override
    public void close() {
        handOver.close();
        tail.close();
    }
}

package io.okrledger.log;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a group of commits behind the end of the log, chained one behind the other, in one ordered insert; and again,
 * until each is settled.
 *
 * <p>A commit never goes to another position before it is known that it is not at the one that it was sent to, and cannot
 * arrive there any more, because another commit is there or it is refused for good. Until then it is sent to the same
 * position again: a copy that is still under way does no harm, whichever of both arrives first. Those behind it share its
 * fate, for an ordered insert stops at the first that it cannot store.
 */
final class GroupWrite {

    private static final Logger LOG = LoggerFactory.getLogger(GroupWrite.class);

    /** A commit at the place that it was given. */
    private record Placed(Waiting waiting, Commit commit) {}

    private final Commits commits;
    private final Tail tail;
    private final Clock clock;
    private final LogObserver observer;
    private final Others others;
    private final Outcomes outcomes;
    private final Patience patience = new Patience();
    private List<Placed> rest = List.of();
    private boolean handedOver;
    private boolean doubt;

    GroupWrite(Commits commits, Tail tail, Clock clock, LogObserver observer, Others others) {
        this.commits = commits;
        this.tail = tail;
        this.clock = clock;
        this.observer = observer;
        this.others = others;
        outcomes = new Outcomes(commits);
    }

    /** Returns when every commit of the group is settled. */
    void run(List<Waiting> group) {
        if (others.areToWrite()) {
            handOver(group);
        } else {
            others.await();
            rest = placed(group);
        }
        var interrupted = false;
        while (!rest.isEmpty()) {
            interrupted |= Thread.interrupted(); // That is about one of the commits, and must not break the others.
            insert();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        tail.tellListeners();
    }

    private void handOver(List<Waiting> group) {
        var places = others.write(group.stream().map(Waiting::commit).toList());
        var left = new ArrayList<Waiting>();
        for (var i = 0; i < group.size(); i++) {
            var waiting = group.get(i);
            places.get(i).ifPresentOrElse(waiting::succeed, () -> left.add(waiting));
            places.get(i).map(Head::after).ifPresent(tail::advance);
        }
        rest = left.isEmpty() ? List.of() : takenBack(left);
    }

    /**
     * What another process has not stored may be refused for good, which is seen in the log, or may be stored by it later.
     * Until then it is written here: a copy that comes second is refused for its key.
     */
    private List<Placed> takenBack(List<Waiting> left) {
        handedOver = true;
        doubt = true;
        try {
            left.removeIf(waiting -> outcomes.settle(waiting, null));
            tail.takeNewest();
        } catch (LogUnavailableException e) {
            LOG.debug("Not seen what became of it", e);
        }
        return placed(left);
    }

    private void insert() {
        var began = System.nanoTime();
        try {
            observer.sent(rest.size());
            commits.insert(rest.stream().map(Placed::commit).toList());
            others.answered(Duration.ofNanos(System.nanoTime() - began));
            succeed(rest.size());
        } catch (MongoBulkWriteException e) {
            others.answered(Duration.ofNanos(System.nanoTime() - began));
            afterPart(e);
        } catch (MongoException e) {
            afterFailure(e, Refusal.of(e));
        }
    }

    private List<Placed> placed(List<Waiting> group) {
        var placed = new ArrayList<Placed>();
        var head = tail.head();
        for (var waiting : group) {
            var commit = waiting.commit().after(head, clock.instant());
            placed.add(new Placed(waiting, commit));
            head = Head.after(commit);
        }
        return placed;
    }

    /** To be sent to new places behind the end. Nothing of it can arrive at its old place any more. */
    private void placeAnew() {
        rest = placed(rest.stream().map(Placed::waiting).toList());
        doubt = handedOver;
    }

    private void succeed(int first) {
        if (first > 0) {
            rest.subList(0, first).forEach(placed -> placed.waiting().succeed(placed.commit()));
            tail.advance(Head.after(rest.get(first - 1).commit()));
            rest = rest.subList(first, rest.size());
            patience.renew();
        }
    }

    private void fail(RuntimeException failure) {
        rest.get(0).waiting().fail(failure);
        rest = rest.subList(1, rest.size());
        placeAnew(); // What stood behind it must not leave a hole.
    }

    /** What is in front of an error is stored, unless the servers could not agree on it. */
    private void afterPart(MongoBulkWriteException e) {
        if (e.getWriteConcernError() != null || e.getWriteErrors().isEmpty()) {
            afterFailure(e, Refusal.UNKNOWN);
            return;
        }
        var error = e.getWriteErrors().get(0);
        succeed(error.getIndex());
        afterFailure(e, Refusal.of(error));
    }

    private void afterFailure(MongoException e, Refusal refusal) {
        doubt |= refusal == Refusal.UNKNOWN;
        try {
            switch (refusal) {
                case POSITION -> afterCollision(e);
                case UNKNOWN -> lookUp(e);
                case STREAM, KEY -> afterDuplicate(e, refusal);
                case REJECTED -> fail(new LogUnavailableException(doubt, e));
                case NOT_WRITTEN -> {
                    if (doubt) {
                        pause(e);
                    } else {
                        failAll(() -> new LogUnavailableException(false, e));
                    }
                }
            }
        } catch (LogUnavailableException unreadable) {
            e.addSuppressed(unreadable);
            pause(e);
        }
    }

    /** Another process was first. Where nothing is in doubt, what it has written there is not worth reading. */
    private void afterCollision(MongoException e) {
        if (doubt) {
            lookUp(e);
            return;
        }
        others.late();
        if (others.areToWrite()) {
            handOver(rest.stream().map(Placed::waiting).toList());
            return;
        }
        tail.takeNewest();
        if (tail.head().next() > rest.get(0).commit().position()) {
            goBehindOthers(e);
        } else {
            pause(e); // What it has written is not yet where a majority would see it.
        }
    }

    /** Sees what is where the rest was sent to. */
    private void lookUp(MongoException e) {
        var seen = commits.from(rest.get(0).commit().position(), rest.size());
        var own = 0;
        while (own < seen.size() && isOwn(own, seen.get(own))) {
            own++;
        }
        succeed(own);
        if (own < seen.size()) {
            tail.takeNewest();
            goBehindOthers(e);
        } else if (own == 0) {
            pause(e);
        }
    }

    private void goBehindOthers(MongoException e) {
        observer.overtaken();
        if (patience.isOver()) {
            failAll(() -> handedOver ? new LogUnavailableException(true, e) : LogUnavailableException.overtaken(e));
        } else {
            placeAnew();
        }
    }

    private boolean isOwn(int place, Commit stored) {
        return rest.get(place).commit().id().equals(stored.id());
    }

    /** The first of the rest is refused for good, unless it is stored itself: a driver may have sent it twice. */
    private void afterDuplicate(MongoException e, Refusal refusal) {
        var first = rest.get(0);
        var streams = first.commit().streams();
        var certain = refusal == Refusal.STREAM && streams.size() == 1 && !doubt;
        if (certain && commits.byKey(first.commit().key()).isEmpty()) {
            fail(StreamConflict.at(streams.get(0).id(), streams.get(0).from(), e));
        } else if (outcomes.settle(first.waiting(), e)) {
            rest = rest.subList(1, rest.size());
            goOnBehind(first);
        } else {
            pause(e); // Whoever was first is not yet where a majority would see it.
        }
    }

    private void goOnBehind(Placed first) {
        var stored = first.waiting().stored();
        if (stored != null && stored.position() == first.commit().position()) {
            tail.advance(Head.after(stored));
        } else {
            placeAnew(); // It must not leave a hole.
        }
    }

    /** Fails the rest when nothing has come of it for too long. */
    private void pause(MongoException e) {
        if (patience.isOver()) {
            failAll(() -> new LogUnavailableException(doubt, e));
        } else {
            patience.pause();
        }
    }

    private void failAll(Supplier<LogUnavailableException> failure) {
        rest.forEach(placed -> placed.waiting().fail(failure.get()));
        rest = List.of();
    }
}

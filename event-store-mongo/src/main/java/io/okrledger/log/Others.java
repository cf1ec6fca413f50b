package io.okrledger.log;

import io.okrledger.log.handover.HandOver;
import io.okrledger.log.turns.Turns;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The other processes that write to the log. As long as one of them is there to write for all, what this one would write is
 * handed over to it; when it cannot be reached, they take turns. Used by one thread at a time.
 */
final class Others {

    private final HandOver handOver;
    private final Turns turns;

    Others(HandOver handOver, Turns turns) {
        this.handOver = handOver;
        this.turns = turns;
    }

    /** Whether another process is to write a group. */
    boolean areToWrite() {
        return handOver.isFollowing();
    }

    /**
     * Has a group written by another process.
     *
     * @return the stored ones in their places, in the order of the group; of the rest nothing is known, not even whether it
     *     will be written
     */
    List<Optional<Commit>> write(List<NewCommit> group) {
        return handOver.write(HandedGroup.toBytes(group))
                .map(places -> HandedGroup.atPlaces(group, places))
                .orElseGet(() ->
                        group.stream().map(commit -> Optional.<Commit>empty()).toList());
    }

    /** Returns when it is time to write a group here. */
    void await() {
        turns.await();
    }

    /** The store has said what became of a group, after so long. */
    void answered(Duration took) {
        turns.answered(took);
    }

    /** Another process was first. Returns when it is time to look where the log ends now, or to have others write. */
    void late() {
        turns.late(handOver::follow);
    }
}

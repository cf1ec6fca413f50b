package io.okrledger.log;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes one write of what many threads append at once. Who comes while nobody writes does it, for all who have come; when
 * it is done, the first of those who came meanwhile goes on. So a thread that is alone hands nothing to another one, and
 * no thread writes for others after its own commit is through.
 */
final class GroupCommit {

    private final Consumer<List<Waiting>> writer;
    private final Companions companions = new Companions();
    private final Queue<Waiting> queue = new ArrayDeque<>();
    private boolean writing;

    /** @param writer settles every commit of a group; called by one thread at a time */
    GroupCommit(Consumer<List<Waiting>> writer) {
        this.writer = writer;
    }

    /** Returns when the commit is settled, with what came of it. */
    Commit append(NewCommit commit) {
        return append(List.of(commit)).get(0).outcome();
    }

    /** Returns when all of them are settled. They need not come into one group. */
    List<Waiting> append(List<NewCommit> commits) {
        var caller = new Caller();
        var own = commits.stream().map(commit -> new Waiting(commit, caller)).toList();
        var toWrite = isToWrite(own);
        while (!own.stream().allMatch(Waiting::isSettled)) {
            if (toWrite || caller.untilCalled()) {
                writeGroup();
            }
            toWrite = false;
        }
        return own;
    }

    private synchronized boolean isToWrite(List<Waiting> waiting) {
        queue.addAll(waiting);
        var first = !writing;
        writing = true;
        return first;
    }

    private void writeGroup() {
        companions.await(this::queued);
        var group = gather();
        companions.were(group.commits().size());
        try {
            writer.accept(group.commits());
        } catch (RuntimeException | Error e) { // Not thrown on: the thread may have more that waits to be written.
            group.commits().stream()
                    .filter(waiting -> !waiting.isSettled())
                    .forEach(waiting -> waiting.fail(new LogUnavailableException(true, e)));
        }
        var refused = new ArrayList<Waiting>();
        var next = handOver(group, refused);
        refused.forEach(waiting -> waiting.caller().call());
        group.commits().forEach(waiting -> waiting.caller().call());
        if (next != null) { // The last one: before the others are called it would see none of them come.
            next.caller().callToWrite();
        }
    }

    private synchronized Group gather() {
        var group = new Group();
        queue.removeIf(group::take);
        return group;
    }

    /**
     * @param refused gets those whose turn in a stream or whose key the group has taken
     * @return who writes next; null when nobody waits
     */
    private synchronized @Nullable Waiting handOver(Group group, List<Waiting> refused) {
        queue.removeIf(waiting -> {
            var late = group.refuses(waiting);
            if (late) {
                refused.add(waiting);
            }
            return late;
        });
        writing = !queue.isEmpty();
        return queue.peek();
    }

    synchronized int queued() {
        return queue.size();
    }
}

package io.okrledger.log;

import org.jspecify.annotations.Nullable;

/** What has become of a commit, as far as the log shows it. */
final class Outcomes {

    private final Commits commits;

    Outcomes(Commits commits) {
        this.commits = commits;
    }

    /**
     * Settles a commit that is stored, wherever that is, or that has no place in the log any more because another one has
     * its key or its place in a stream.
     *
     * @param refusal what the store has said to it, if it has said anything
     * @return whether it is settled
     */
    boolean settle(Waiting waiting, @Nullable Exception refusal) {
        var holder = commits.byKey(waiting.commit().keyOrId());
        if (holder.isPresent()) {
            settle(waiting, holder.get(), new KeyTakenException(holder.get()));
            return true;
        }
        for (var range : waiting.streams()) {
            // It may be the commit itself, which has come since its key was looked for.
            var first = commits.ofStreamAt(range.id(), range.from());
            if (!first.isEmpty()) {
                settle(waiting, first.get(0), StreamConflict.at(range.id(), range.from(), refusal));
                return true;
            }
        }
        return false;
    }

    private static void settle(Waiting waiting, Commit stored, RuntimeException failure) {
        if (stored.id().equals(waiting.commit().id())) {
            waiting.succeed(stored);
        } else {
            waiting.fail(failure);
        }
    }
}

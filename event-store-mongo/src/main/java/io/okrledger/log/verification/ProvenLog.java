package io.okrledger.log.verification;

import static io.okrledger.log.verification.BrokenLogException.require;

import io.okrledger.log.Commit;
import java.util.Arrays;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/** The log as far as it is proven. The next document is held against it, and is a part of it when nothing is wrong. */
final class ProvenLog {

    private final Checkpoint from;
    private final StreamVersions streams;
    private @Nullable Commit last;
    private long commits;

    ProvenLog(Checkpoint from) {
        this.from = from;
        streams = new StreamVersions(from.isGenesis());
    }

    /** The position of the last commit, -1 when there is none yet. */
    long lastCommit() {
        return last == null ? -1 : last.position();
    }

    /** @throws BrokenLogException if it is not what has to come next */
    void take(RawBsonDocument stored) {
        var commit = SoundCommit.read(stored);
        if (last == null) {
            requireCheckpoint(commit);
        } else {
            requireNext(commit, last);
            streams.goOn(commit);
            commits++;
        }
        last = commit;
    }

    private void requireCheckpoint(Commit commit) {
        var found = Checkpoint.of(commit.lastPosition(), commit.hash());
        require(
                found.equals(from) || !from.isGenesis(),
                () -> "The first document is not the one that every log begins with.");
        require(
                found.position() == from.position(),
                () -> "No commit ends at the checkpoint; the one that comes nearest ends at %d."
                        .formatted(found.position()));
        require(
                found.equals(from),
                () -> "The commit has another hash than the checkpoint: it or one in front of it was rewritten.");
    }

    private static void requireNext(Commit commit, Commit last) {
        var next = last.lastPosition() + 1;
        require(
                commit.position() == next,
                () -> "The next commit does not begin here but at %d.".formatted(commit.position()));
        require(
                Arrays.equals(commit.prev(), last.hash()),
                () -> "The commit is not chained to the one in front of it.");
        require(!commit.at().isBefore(last.at()), () -> "The commit is older than the one in front of it.");
        require(!commit.events().isEmpty(), () -> "The commit holds no event.");
    }

    Verdict whole() {
        return new Verdict(from, reached(), commits, null);
    }

    Verdict brokenBy(String fault) {
        var position = last == null ? from.position() : last.lastPosition() + 1;
        return new Verdict(from, reached(), commits, new Verdict.Fault(position, fault));
    }

    private Checkpoint reached() {
        return last == null ? from : Checkpoint.of(last.lastPosition(), last.hash());
    }
}

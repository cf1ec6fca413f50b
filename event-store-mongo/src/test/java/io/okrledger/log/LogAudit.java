package io.okrledger.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

/**
 * Holds a whole log against what it promises and against what its clients believe: what was acknowledged is there once, at
 * its place and unchanged; what was refused is not there; what nobody knows of is there at most once; who was acknowledged
 * before another began is in front; positions and the sequences of streams are dense, and the chain is intact.
 */
public final class LogAudit {

    private static final int PAGE = 1_000;

    private final List<Commit> log;
    private final History history;
    private final List<String> faults = new ArrayList<>();

    private LogAudit(List<Commit> log, History history) {
        this.log = log;
        this.history = history;
    }

    /** What is wrong with it; nothing when all is well. */
    static List<String> faults(List<Commit> log, History history) {
        var audit = new LogAudit(log, history);
        audit.positions();
        audit.chain();
        audit.streams();
        audit.idsAndKeys();
        audit.receipts();
        audit.refusals();
        audit.order();
        return audit.faults;
    }

    public static List<Commit> everyCommit(EventLog log) {
        var commits = new ArrayList<Commit>();
        var page = log.read(0, PAGE);
        while (!page.isEmpty()) {
            commits.addAll(page);
            page = log.read(commits.get(commits.size() - 1).lastPosition(), PAGE);
        }
        return commits;
    }

    private void require(boolean fine, Commit commit, String fault) {
        if (!fine) {
            faults.add("the commit at " + commit.position() + " " + fault);
        }
    }

    private void positions() {
        var next = 1L;
        for (var commit : log) {
            require(commit.position() == next, commit, "should be at " + next);
            next = commit.lastPosition() + 1;
        }
    }

    private void chain() {
        var prev = Commit.GENESIS.hash();
        var at = Instant.EPOCH;
        for (var commit : log) {
            require(Arrays.equals(commit.prev(), prev), commit, "is not chained to the one in front");
            require(Arrays.equals(commit.hash(), ChainCheck.hash(commit)), commit, "was changed");
            require(!commit.at().isBefore(at), commit, "is older than the one in front");
            prev = commit.hash();
            at = commit.at();
        }
    }

    private void streams() {
        var next = new HashMap<String, Long>();
        for (var commit : log) {
            for (var event : commit.events()) {
                var expected = next.getOrDefault(event.streamId(), 0L);
                require(event.sequence() >= expected, commit, "doubles a version of " + event.streamId());
                require(event.sequence() <= expected, commit, "leaves a gap in " + event.streamId());
                next.put(event.streamId(), event.sequence() + 1);
            }
            for (var range : commit.streams()) {
                var count = commit.events().stream()
                        .filter(event -> event.streamId().equals(range.id()))
                        .count();
                require(
                        range.to() + 1 == next.getOrDefault(range.id(), 0L) && range.to() - range.from() + 1 == count,
                        commit,
                        "says something else of " + range.id());
            }
        }
    }

    private void idsAndKeys() {
        var ids = new HashMap<UUID, Commit>();
        var keys = new HashMap<String, Commit>();
        for (var commit : log) {
            if (ids.put(commit.id(), commit) != null) {
                require(false, commit, "is there twice");
            } else {
                require(keys.put(commit.key(), commit) == null, commit, "has a key that was used");
            }
        }
    }

    private void receipts() {
        var stored = new HashMap<UUID, Commit>();
        log.forEach(commit -> stored.putIfAbsent(commit.id(), commit));
        for (var receipt : history.receipts()) {
            var commit = stored.get(receipt.commit());
            if (commit == null) {
                faults.add("the commit that was acknowledged at " + receipt.position() + " is missing");
            } else {
                require(commit.position() == receipt.position(), commit, "was acknowledged at " + receipt.position());
                require(History.hash(commit).equals(receipt.hash()), commit, "is not what was acknowledged");
            }
        }
    }

    private void refusals() {
        var refused = history.refused();
        for (var commit : log) {
            require(!refused.contains(commit.id()), commit, "was refused");
        }
    }

    private void order() {
        var begun = history.begun();
        var newest = history.newestAcknowledged();
        for (var commit : log) {
            var start = begun.get(commit.id());
            require(start != null, commit, "was sent by nobody");
            var before = start == null ? null : newest.lowerEntry(start);
            require(
                    before == null || before.getValue() < commit.position(),
                    commit,
                    "is in front of one that was acknowledged before it began");
        }
    }
}

package io.okrledger.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Holds a whole log against what it promises and against what its writers were told. */
final class LogAudit {

    private final List<Commit> log;
    private final Told told;
    private final List<String> faults = new ArrayList<>();

    private LogAudit(List<Commit> log, Told told) {
        this.log = log;
        this.told = told;
    }

    /** What is wrong with it; nothing when all is well. */
    static List<String> faults(List<Commit> log, Told told) {
        var audit = new LogAudit(log, told);
        audit.positions();
        audit.chain();
        audit.streams();
        audit.idsAndKeys();
        audit.receipts();
        audit.senders();
        return audit.faults;
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
                var expected = next.merge(event.streamId(), 1L, Long::sum) - 1;
                require(event.sequence() == expected, commit, "breaks the order of " + event.streamId());
            }
            for (var range : commit.streams()) {
                require(range.to() + 1 == next.get(range.id()), commit, "says something else of " + range.id());
            }
        }
    }

    private void idsAndKeys() {
        var ids = new HashMap<UUID, Commit>();
        var keys = new HashMap<String, Commit>();
        for (var commit : log) {
            require(ids.put(commit.id(), commit) == null, commit, "is there twice");
            require(keys.put(commit.key(), commit) == null, commit, "has a key that was used");
        }
    }

    private void receipts() {
        Map<UUID, Commit> stored = new HashMap<>();
        log.forEach(commit -> stored.put(commit.id(), commit));
        told.receipts().forEach((id, receipt) -> {
            var commit = stored.get(id);
            if (commit == null) {
                faults.add("the acknowledged commit " + id + " is missing");
            } else {
                require(commit.position() == receipt.position(), commit, "was acknowledged at " + receipt.position());
                require(Told.hash(commit).equals(receipt.hash()), commit, "is not what was acknowledged");
            }
        });
    }

    private void senders() {
        for (var commit : log) {
            require(told.isSent(commit.id()), commit, "was sent by nobody");
            require(!told.refused().contains(commit.id()), commit, "was refused");
            require(
                    commit.position() > told.newestWhenSent(commit.id()),
                    commit,
                    "is in front of one that was acknowledged before it was sent");
        }
    }
}

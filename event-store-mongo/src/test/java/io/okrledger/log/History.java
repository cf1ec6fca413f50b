package io.okrledger.log;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * What the clients of a log believe happened. Instants are nanoseconds of one monotonic clock, taken by the client before
 * it calls and after it is answered.
 *
 * <p>A client that is not answered, or is told that nobody knows, believes nothing: it has begun, and that is all.
 */
final class History {

    /** What a client was told of its commit. */
    record Receipt(UUID commit, long at, long position, String hash) {}

    private final Map<UUID, Long> begun = new HashMap<>();
    private final List<Receipt> receipts = new ArrayList<>();
    private final Set<UUID> refused = new HashSet<>();
    private int unknown;

    /** A client is about to append; it may do so again with the same commit. */
    synchronized void begun(UUID commit, long at) {
        begun.merge(commit, at, Math::min);
    }

    synchronized void acknowledged(UUID commit, long at, long position, String hash) {
        receipts.add(new Receipt(commit, at, position, hash));
    }

    synchronized void refused(UUID commit) {
        refused.add(commit);
    }

    synchronized void unknown() {
        unknown++;
    }

    /** What a client knows of a commit that it has appended. */
    enum Answer {
        ACKNOWLEDGED,
        REFUSED,
        NOT_WRITTEN,
        UNKNOWN
    }

    /** Appends once and keeps what came of it. */
    Answer append(EventLog log, NewCommit commit) {
        begun(commit.id(), System.nanoTime());
        try {
            acknowledged(log.append(commit));
            return Answer.ACKNOWLEDGED;
        } catch (KeyTakenException e) {
            refused(commit.id());
            acknowledged(e.first());
            return Answer.REFUSED;
        } catch (ConcurrencyException | AggregateStreamCreationException e) {
            refused(commit.id());
            return Answer.REFUSED;
        } catch (LogUnavailableException e) {
            if (e.outcomeUnknown()) {
                unknown();
                return Answer.UNKNOWN;
            }
            refused(commit.id());
            return Answer.NOT_WRITTEN;
        }
    }

    /** Appends until there is an answer: the same commit when nobody knows of it, or its events in another one. */
    void appendUntilAnswered(EventLog log, NewCommit commit) {
        var answer = append(log, commit);
        var sent = commit;
        while (answer == Answer.UNKNOWN || answer == Answer.NOT_WRITTEN) {
            sent = answer == Answer.UNKNOWN ? sent : new NewCommit(sent.events());
            answer = append(log, sent);
        }
    }

    private void acknowledged(Commit commit) {
        acknowledged(commit.id(), System.nanoTime(), commit.position(), hash(commit));
    }

    static String hash(Commit commit) {
        return HexFormat.of().formatHex(commit.hash());
    }

    synchronized List<Receipt> receipts() {
        return List.copyOf(receipts);
    }

    synchronized Set<UUID> refused() {
        return Set.copyOf(refused);
    }

    synchronized Map<UUID, Long> begun() {
        return Map.copyOf(begun);
    }

    /** How many different commits were acknowledged. */
    synchronized int acknowledged() {
        return (int) receipts.stream().map(Receipt::commit).distinct().count();
    }

    /** How often a client was told that nobody knows. */
    synchronized int unknownAnswers() {
        return unknown;
    }

    /** Acknowledged commits per second, from the first that began to the last answer. */
    synchronized long perSecond() {
        var first = begun.values().stream().mapToLong(Long::longValue).min().orElse(0);
        var last = receipts.stream().mapToLong(Receipt::at).max().orElse(first);
        return receipts.size() * 1_000_000_000L / Math.max(1, last - first);
    }

    /** For each instant of an acknowledgement the highest position that had been acknowledged by then. */
    synchronized NavigableMap<Long, Long> newestAcknowledged() {
        var newest = new TreeMap<Long, Long>();
        var highest = 0L;
        for (var receipt :
                receipts.stream().sorted(Comparator.comparingLong(Receipt::at)).toList()) {
            highest = Math.max(highest, receipt.position());
            newest.put(receipt.at(), highest);
        }
        return newest;
    }
}

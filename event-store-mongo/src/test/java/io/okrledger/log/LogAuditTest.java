package io.okrledger.log;

import static io.okrledger.log.Events.commit;
import static io.okrledger.log.Events.events;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The audit finds what it is there to find: a sound log and a true history with one fault planted in them. */
class LogAuditTest {

    private final List<Commit> log = new ArrayList<>();
    private final History history = new History();
    private long now;

    @BeforeEach
    void appendThree() {
        append(commit("a", 0, 2));
        append(commit("b", 0, "key", "fingerprint"));
        append(commit("a", 2, 1));
    }

    private void append(NewCommit commit) {
        history.begun(commit.id(), ++now);
        var sealed = store(commit);
        acknowledge(sealed, sealed.position());
    }

    private void acknowledge(Commit commit, long position) {
        history.acknowledged(commit.id(), ++now, position, History.hash(commit));
    }

    private Commit store(NewCommit commit) {
        return store(commit.after(head(), Events.TIMESTAMP));
    }

    private Commit store(Commit commit) {
        log.add(commit);
        return commit;
    }

    private Head head() {
        return log.isEmpty() ? Head.OF_EMPTY_LOG : Head.after(log.get(log.size() - 1));
    }

    private NewCommit begin(NewCommit commit) {
        history.begun(commit.id(), ++now);
        return commit;
    }

    private List<String> faults() {
        return LogAudit.faults(log, history);
    }

    private static Commit with(Commit commit, long position, Instant at, List<StreamRange> streams) {
        return new Commit(
                        position,
                        commit.events(),
                        at,
                        commit.id(),
                        commit.key(),
                        commit.fingerprint(),
                        streams,
                        commit.prev(),
                        new byte[32])
                .sealed();
    }

    @Test
    void findsNothingInASoundLog() {
        assertThat(faults()).isEmpty();
    }

    @Test
    void acceptsWhateverBecameOfACommitThatNobodyKnowsOf() {
        var stored = begin(commit("c", 0, 1));
        begin(commit("d", 0, 1));
        append(commit("a", 3, 1));
        store(stored);

        assertThat(faults()).isEmpty();
    }

    @Test
    void acceptsEitherOrderOfCommitsThatOverlapped() {
        var first = begin(commit("c", 0, 1));
        var second = begin(commit("d", 0, 1));
        var front = store(second);
        var behind = store(first);
        acknowledge(behind, 6);
        acknowledge(front, 5);

        assertThat(faults()).isEmpty();
    }

    @Test
    void findsAnAcknowledgedCommitThatIsMissing() {
        log.remove(2);

        assertThat(faults()).containsExactly("the commit that was acknowledged at 4 is missing");
    }

    @Test
    void findsAnAcknowledgedCommitThatIsThereTwice() {
        var doubled = new NewCommit(log.get(1).id(), null, null, events("c", 0, 1));
        store(doubled);

        assertThat(faults()).containsExactly("the commit at 5 is there twice");
    }

    @Test
    void findsAnAcknowledgedCommitThatWasMoved() {
        acknowledge(log.get(2), 9);

        assertThat(faults()).containsExactly("the commit at 4 was acknowledged at 9");
    }

    @Test
    void findsAnotherCommitInThePlaceOfAnAcknowledgedOne() {
        var old = log.remove(2);
        store(new NewCommit(old.id(), null, null, events("a", 2, 1)));

        assertThat(faults()).containsExactly("the commit at 4 is not what was acknowledged");
    }

    @Test
    void findsARefusedCommit() {
        var refused = begin(commit("c", 0, 1));
        history.refused(refused.id());
        store(refused);

        assertThat(faults()).containsExactly("the commit at 5 was refused");
    }

    @Test
    void findsACommitThatNobodyKnowsOfAndThatIsThereTwice() {
        var unknown = begin(commit("c", 0, 1));
        store(unknown);
        store(new NewCommit(unknown.id(), null, null, events("c", 1, 1)));

        assertThat(faults()).containsExactly("the commit at 6 is there twice");
    }

    @Test
    void findsACommitThatNobodySent() {
        store(commit("c", 0, 1));

        assertThat(faults()).containsExactly("the commit at 5 was sent by nobody");
    }

    @Test
    void findsACommitInFrontOfOneThatWasAcknowledgedBeforeItBegan() {
        var late = commit("c", 0, 1);
        var early = begin(commit("d", 0, 1));
        store(late);
        acknowledge(store(early), 6);
        begin(late);

        assertThat(faults())
                .containsExactly("the commit at 5 is in front of one that was acknowledged before it began");
    }

    @Test
    void findsAHole() {
        var next = begin(commit("c", 0, 1)).after(head(), Events.TIMESTAMP);
        store(with(next, 6, next.at(), next.streams()));

        assertThat(faults()).containsExactly("the commit at 6 should be at 5");
    }

    @Test
    void findsAPositionThatIsTakenTwice() {
        var next = begin(commit("c", 0, 1)).after(head(), Events.TIMESTAMP);
        store(with(next, 4, next.at(), next.streams()));

        assertThat(faults())
                .containsExactly(
                        "the commit at 4 should be at 5",
                        "the commit at 4 is in front of one that was acknowledged before it began");
    }

    @Test
    void findsCommitsThatChangedPlaces() {
        Collections.swap(log, 1, 2);

        assertThat(faults())
                .containsExactly(
                        "the commit at 4 should be at 3",
                        "the commit at 3 should be at 5",
                        "the commit at 4 is not chained to the one in front",
                        "the commit at 3 is not chained to the one in front");
    }

    @Test
    void findsACommitThatWasTakenOut() {
        log.remove(1);

        assertThat(faults())
                .containsExactly(
                        "the commit at 4 should be at 3",
                        "the commit at 4 is not chained to the one in front",
                        "the commit that was acknowledged at 3 is missing");
    }

    @Test
    void findsAChangedByte() {
        log.get(1).events().get(0).payload()[0]++;

        assertThat(faults()).containsExactly("the commit at 3 was changed");
    }

    @Test
    void findsAChainThatBeginsAnew() {
        var head = new Head(5, Events.TIMESTAMP, new byte[32]);
        store(begin(commit("c", 0, 1)).after(head, Events.TIMESTAMP));

        assertThat(faults()).containsExactly("the commit at 5 is not chained to the one in front");
    }

    @Test
    void findsATimeThatGoesBack() {
        var next = begin(commit("c", 0, 1)).after(head(), Events.TIMESTAMP);
        store(with(next, 5, next.at().minusMillis(1), next.streams()));

        assertThat(faults()).containsExactly("the commit at 5 is older than the one in front");
    }

    @Test
    void findsAGapInAStream() {
        append(commit("a", 4, 1));

        assertThat(faults()).containsExactly("the commit at 5 leaves a gap in a");
    }

    @Test
    void findsAVersionOfAStreamThatIsThereTwice() {
        append(commit("a", 2, 1));

        assertThat(faults()).containsExactly("the commit at 5 doubles a version of a");
    }

    @Test
    void findsACommitThatSaysOtherwiseOfItsStreams() {
        var next = begin(commit("c", 0, 2)).after(head(), Events.TIMESTAMP);
        store(with(next, 5, next.at(), List.of(new StreamRange("c", "thing", 1, 1))));

        assertThat(faults()).containsExactly("the commit at 5 says something else of c");
    }

    @Test
    void findsAKeyThatWasUsedTwice() {
        append(commit("c", 0, "key", "fingerprint"));

        assertThat(faults()).containsExactly("the commit at 5 has a key that was used");
    }

    @Test
    void findsAReceiptForACommitThatNeverWas() {
        var never = UUID.randomUUID();
        history.begun(never, ++now);
        history.acknowledged(never, ++now, 5, "");

        assertThat(faults()).containsExactly("the commit that was acknowledged at 5 is missing");
    }
}

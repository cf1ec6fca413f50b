package io.okrledger.log;

import static io.okrledger.log.Events.commit;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The audit finds what it is there to find: a sound log with one fault planted in it. */
class LogAuditTest {

    private final List<Commit> log = new ArrayList<>();
    private final Told told = new Told();

    @BeforeEach
    void appendThree() {
        append(commit("a", 0, 2));
        append(commit("b", 0, "key", "fingerprint"));
        append(commit("a", 2, 1));
    }

    private void append(NewCommit commit) {
        told.sent(commit.id());
        var sealed = seal(commit);
        log.add(sealed);
        told.accepted(sealed.id(), sealed.position(), Told.hash(sealed));
    }

    private Commit seal(NewCommit commit) {
        var head = log.isEmpty() ? Commit.GENESIS : log.get(log.size() - 1);
        return commit.after(Head.after(head), Clock.systemUTC().instant());
    }

    @Test
    void findsNothingInASoundLog() {
        var unknown = commit("c", 0, 1);
        told.sent(unknown.id());
        log.add(seal(unknown));

        assertThat(LogAudit.faults(log, told)).isEmpty();
    }

    @Test
    void findsAMissingCommit() {
        log.remove(2);

        assertThat(LogAudit.faults(log, told)).singleElement().asString().endsWith("is missing");
    }

    @Test
    void findsAHole() {
        log.remove(1);

        assertThat(LogAudit.faults(log, told)).contains("the commit at 4 should be at 3");
    }

    @Test
    void findsACommitThatIsThereTwice() {
        log.add(log.get(2));

        assertThat(LogAudit.faults(log, told)).contains("the commit at 4 is there twice");
    }

    @Test
    void findsCommitsThatChangedPlaces() {
        Collections.swap(log, 0, 1);

        assertThat(LogAudit.faults(log, told)).contains("the commit at 1 is not chained to the one in front");
    }

    @Test
    void findsAChangedByte() {
        log.get(1).events().get(0).payload()[0]++;

        assertThat(LogAudit.faults(log, told)).containsExactly("the commit at 3 was changed");
    }

    @Test
    void findsAnotherCommitInThePlaceOfAnAcknowledgedOne() {
        var old = log.remove(2);
        var other = new NewCommit(old.id(), null, null, Events.events("a", 2, 1));
        log.add(seal(other));

        assertThat(LogAudit.faults(log, told)).containsExactly("the commit at 4 is not what was acknowledged");
    }

    @Test
    void findsAnAcknowledgedCommitThatWasMoved() {
        told.accepted(log.get(2).id(), 9, Told.hash(log.get(2)));

        assertThat(LogAudit.faults(log, told)).containsExactly("the commit at 4 was acknowledged at 9");
    }

    @Test
    void findsAGapInAStream() {
        append(commit("a", 4, 1));

        assertThat(LogAudit.faults(log, told))
                .containsExactly("the commit at 5 breaks the order of a", "the commit at 5 says something else of a");
    }

    @Test
    void findsAKeyThatWasUsedTwice() {
        append(commit("c", 0, "key", "fingerprint"));

        assertThat(LogAudit.faults(log, told)).containsExactly("the commit at 5 has a key that was used");
    }

    @Test
    void findsARefusedCommit() {
        told.refused(log.get(2).id());

        assertThat(LogAudit.faults(log, told)).containsExactly("the commit at 4 was refused");
    }

    @Test
    void findsACommitThatNobodySent() {
        log.add(seal(commit("c", 0, 1)));

        assertThat(LogAudit.faults(log, told)).containsExactly("the commit at 5 was sent by nobody");
    }

    @Test
    void findsACommitInFrontOfAnOlderOne() {
        told.accepted(UUID.randomUUID(), 5, "");
        told.sent(log.get(0).id());

        assertThat(LogAudit.faults(log, told))
                .contains("the commit at 1 is in front of one that was acknowledged before it was sent");
    }

    @Test
    void findsATimeThatGoesBack() {
        var commit = commit("c", 0, 1);
        told.sent(commit.id());
        var sealed = seal(commit);
        log.add(new Commit(
                        sealed.position(),
                        sealed.events(),
                        sealed.at().minusSeconds(3_600),
                        sealed.id(),
                        sealed.key(),
                        null,
                        sealed.streams(),
                        sealed.prev(),
                        new byte[32])
                .sealed());

        assertThat(LogAudit.faults(log, told)).containsExactly("the commit at 5 is older than the one in front");
    }
}

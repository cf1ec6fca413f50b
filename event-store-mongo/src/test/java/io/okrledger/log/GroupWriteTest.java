package io.okrledger.log;

import static io.okrledger.log.Events.commit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.okrledger.log.CuttingBackend.Cut;
import io.okrledger.log.handover.Address;
import io.okrledger.log.handover.HandOver;
import io.okrledger.log.turns.Turns;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of the commits of a group when something is in the way of one of them. */
class GroupWriteTest {

    private static final TailInterval SELDOM = new TailInterval(Duration.ofDays(1), Duration.ofDays(1));

    private final CuttingBackend backend = new CuttingBackend();
    private Store store;
    private Commits commits;
    private Tail tail;
    private EventLog another;
    private Others others;
    private Clock clock = Clock.systemUTC();
    private @Nullable HandOver there;

    @BeforeEach
    void open() {
        store = Store.on(backend);
        commits = new Commits(store.database());
        tail = new Tail(commits, SELDOM);
        another = new EventLog(store.database(), Clock.systemUTC(), SELDOM);
        others = others(new HandOver(store.database(), Address.OF_THIS_MACHINE, group -> group));
        backend.forget();
    }

    private Others others(HandOver handOver) {
        return new Others(handOver, new Turns(store.database(), tail::takeNewest));
    }

    /** From now on everything is handed over to another process. */
    private void anotherOneWrites(UnaryOperator<byte[]> writer) {
        takesThePlace(new HandOver(store.database(), Address.OF_THIS_MACHINE, writer));
        var here = new HandOver(store.database(), Address.OF_THIS_MACHINE, group -> group);
        assertThat(here.follow()).isTrue();
        others = others(here);
        backend.forget();
    }

    private void takesThePlace(HandOver process) {
        there = process;
        process.want();
        process.follow();
    }

    /** As another process does it with its own log. */
    private byte[] written(byte[] group) {
        return HandedGroup.placesToBytes(
                HandedGroup.fromBytes(group).stream().map(this::appended).toList());
    }

    private Optional<Commit> appended(NewCommit commit) {
        try {
            return Optional.of(another.append(commit));
        } catch (ConcurrencyException | AggregateStreamCreationException | KeyTakenException e) {
            return Optional.empty();
        }
    }

    @AfterEach
    void close() {
        if (there != null) {
            there.close();
        }
        tail.close();
        another.close();
        store.close();
    }

    private List<Waiting> write(NewCommit... group) {
        var waiting = Stream.of(group).map(Waiting::new).toList();
        new GroupWrite(commits, tail, clock, LogObserver.NONE, others).run(waiting);
        return waiting;
    }

    private static List<Long> positions(List<Waiting> settled) {
        return settled.stream().map(it -> it.outcome().position()).toList();
    }

    private void assertLogHolds(long... positions) {
        assertThat(another.read(0, 100).stream().mapToLong(Commit::position).toArray())
                .containsExactly(positions);
        var chain = commits.from(0, 100);
        for (var i = 1; i < chain.size(); i++) {
            assertThat(chain.get(i).prev()).isEqualTo(chain.get(i - 1).hash());
        }
    }

    @Test
    void goesInOneInsert() {
        assertThat(positions(write(commit("a", 0, 2), commit("b", 0, 1), commit("c", 0, 3))))
                .containsExactly(1L, 3L, 4L);
        assertThat(backend.inserts()).isEqualTo(1);
        assertThat(tail.position()).isEqualTo(6);
        assertLogHolds(1, 3, 4);
    }

    @Test
    void whatComesSecondInItsStreamLeavesNoHole() {
        another.append(commit("a", 0, 1));
        another.append(commit("a", 1, 1));

        var settled = write(commit("b", 0, 1), commit("a", 1, 2), commit("a", 0, 1), commit("c", 0, 1));

        assertThat(settled.get(0).outcome().position()).isEqualTo(3);
        assertThatThrownBy(settled.get(1)::outcome).isInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(settled.get(2)::outcome).isInstanceOf(AggregateStreamCreationException.class);
        assertThat(settled.get(3).outcome().position()).isEqualTo(4);
        assertLogHolds(1, 2, 3, 4);
    }

    @Test
    void aKeyThatIsTakenLeavesNoHole() {
        var first = another.append(commit("a", 0, "key", "request"));

        var settled = write(commit("b", 0, 1), commit("c", 0, "key", "request"), commit("d", 0, 1));

        assertThat(settled.get(0).outcome().position()).isEqualTo(2);
        assertThatThrownBy(settled.get(1)::outcome)
                .isInstanceOfSatisfying(
                        KeyTakenException.class,
                        taken -> assertThat(taken.first().id()).isEqualTo(first.id()));
        assertThat(settled.get(2).outcome().position()).isEqualTo(3);
        assertLogHolds(1, 2, 3);
    }

    @ParameterizedTest
    @EnumSource(
            value = Cut.class,
            names = {"BEFORE", "HALFWAY", "AFTER"})
    void isStoredOnceWhereverTheConnectionBreaks(Cut cut) {
        backend.cutNextInsert(cut);

        assertThat(positions(write(commit("a", 0, 2), commit("b", 0, 1), commit("c", 0, 1), commit("d", 0, 1))))
                .containsExactly(1L, 3L, 4L, 5L);

        assertLogHolds(1, 3, 4, 5);
    }

    @ParameterizedTest
    @EnumSource(
            value = Cut.class,
            names = {"NEVER", "BEFORE", "HALFWAY", "AFTER"})
    void goesBehindTheCommitOfAnotherProcess(Cut cut) {
        another.append(commit("x", 0, 3));
        backend.cutNextInsert(cut);

        assertThat(positions(write(commit("a", 0, 2), commit("b", 0, 1)))).containsExactly(4L, 6L);

        assertLogHolds(1, 4, 6);
    }

    @Test
    void theRestGoesBehindWhoeverComesInBetween() {
        backend.cutNextInsert(Cut.HALFWAY, () -> another.append(commit("x", 0, 2)));

        assertThat(positions(write(commit("a", 0, 1), commit("b", 0, 1), commit("c", 0, 1), commit("d", 0, 1))))
                .containsExactly(1L, 2L, 5L, 6L);

        assertLogHolds(1, 2, 3, 5, 6);
    }

    @Test
    void anInterruptBreaksNothing() {
        backend.cutNextInsert(Cut.BEFORE);
        Thread.currentThread().interrupt();

        assertThat(positions(write(commit("a", 0, 1), commit("b", 0, 1)))).containsExactly(1L, 2L);

        assertThat(Thread.interrupted()).isTrue();
        assertLogHolds(1, 2);
    }

    @Test
    void anotherProcessWritesWhatIsHandedOver() {
        another.append(commit("x", 0, 3));
        anotherOneWrites(this::written);

        var group = write(commit("a", 0, 2), commit("b", 0, "key", "request"), commit("c", 0, 1));

        assertThat(positions(group)).containsExactly(4L, 6L, 7L);
        assertThat(backend.inserts()).as("each by the other process").isEqualTo(3);
        assertThat(backend.finds()).as("the answer tells all").isZero();
        assertThat(tail.position()).isEqualTo(7);
        var stored = commits.from(4, 3);
        for (var i = 0; i < 3; i++) {
            assertThat(group.get(i).outcome()).usingRecursiveComparison().isEqualTo(stored.get(i));
        }
        assertLogHolds(1, 4, 6, 7);
    }

    @Test
    void whatAnotherProcessRefusesIsRefusedForTheSameReason() {
        another.append(commit("a", 0, 1));
        another.append(commit("a", 1, 1));
        var first = another.append(commit("x", 0, "key", "request"));
        anotherOneWrites(this::written);

        var settled = write(
                commit("b", 0, 1),
                commit("a", 1, 2),
                commit("a", 0, 1),
                commit("c", 0, "key", "request"),
                commit("d", 0, 1));

        assertThat(settled.get(0).outcome().position()).isEqualTo(4);
        assertThatThrownBy(settled.get(1)::outcome).isInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(settled.get(2)::outcome).isInstanceOf(AggregateStreamCreationException.class);
        assertThatThrownBy(settled.get(3)::outcome)
                .isInstanceOfSatisfying(
                        KeyTakenException.class,
                        taken -> assertThat(taken.first().id()).isEqualTo(first.id()));
        assertThat(settled.get(4).outcome().position()).isEqualTo(5);
        assertThat(backend.inserts()).as("each by the other process").isEqualTo(5);
        assertLogHolds(1, 2, 3, 4, 5);
    }

    @Test
    void whatAnotherProcessHasNotWrittenIsWrittenHere() {
        anotherOneWrites(group -> {
            throw new IllegalStateException("it ends before it writes");
        });
        assertThat(positions(write(commit("a", 0, 2), commit("b", 0, 1)))).containsExactly(1L, 3L);
        assertLogHolds(1, 3);
    }

    @Test
    void whatAnotherProcessHasWrittenIsKnownThoughItDoesNotSaySo() {
        anotherOneWrites(group -> {
            another.append(commit("x", 0, 1));
            written(group);
            throw new IllegalStateException("it ends before it answers");
        });
        assertThat(positions(write(commit("a", 0, 2), commit("b", 0, 1)))).containsExactly(2L, 4L);
        assertLogHolds(1, 2, 4);
    }

    @Test
    void whatAnotherProcessHasWrittenInPartIsKnown() {
        anotherOneWrites(group -> {
            another.append(HandedGroup.fromBytes(group).get(1));
            throw new IllegalStateException("it ends in the middle");
        });
        assertThat(positions(write(commit("a", 0, 2), commit("b", 0, 1), commit("c", 0, 1))))
                .containsExactly(2L, 1L, 4L);
        assertLogHolds(1, 2, 4);
    }

    /** It was only slow: its copies come while those that were taken back are being written. */
    @ParameterizedTest
    @EnumSource(
            value = Cut.class,
            names = {"BEFORE", "HALFWAY", "AFTER"})
    void whatAnotherProcessWritesLateIsNotDoubled(Cut cut) {
        var handed = new AtomicReference<byte[]>();
        anotherOneWrites(group -> {
            handed.set(group);
            throw new IllegalStateException("nobody waits for it any more");
        });
        backend.cutNextInsert(cut, () -> {
            another.append(commit("x", 0, 2));
            written(handed.get());
        });

        var settled = write(commit("a", 0, 2), commit("b", 0, 1), commit("c", 0, "key", "request"), commit("d", 0, 1));

        var stored = another.read(0, 100);
        assertThat(stored).hasSize(5);
        assertThat(settled.stream().map(it -> it.outcome().id()))
                .containsExactlyInAnyOrderElementsOf(stored.stream()
                        .filter(it -> !it.streams().get(0).id().equals("x"))
                        .map(Commit::id)
                        .toList());
        for (var it : settled) {
            assertThat(it.outcome())
                    .usingRecursiveComparison()
                    .isEqualTo(another.findByKey(it.commit().keyOrId()).orElseThrow());
        }
        assertLogHolds(stored.stream().mapToLong(Commit::position).toArray());
    }

    @Test
    void aCopyThatComesWhenAllIsOverIsNotStoredAgain() {
        var handed = new AtomicReference<byte[]>();
        anotherOneWrites(group -> {
            handed.set(group);
            throw new IllegalStateException("nobody waits for it any more");
        });
        write(commit("a", 0, 2), commit("b", 0, 1));

        assertThat(HandedGroup.atPlaces(HandedGroup.fromBytes(handed.get()), written(handed.get())))
                .extracting(it -> it.orElseThrow().position())
                .containsExactly(1L, 3L);
        assertLogHolds(1, 3);
    }

    @Test
    void whoIsLateAgainAndAgainHandsOver() {
        takesThePlace(new HandOver(store.database(), Address.OF_THIS_MACHINE, this::written));
        var next = new AtomicLong();
        // Whoever asks for the time has decided where its commit is to go.
        InstantSource whileOthersWrite = () -> {
            another.append(commit("x", next.getAndIncrement(), 1));
            return Instant.now();
        };
        clock = whileOthersWrite.withZone(ZoneOffset.UTC);

        var settled = write(commit("a", 0, 1));

        assertThat(backend.inserts()).as("three here and four there").isEqualTo(7);
        assertThat(next).as("so often it was late").hasValue(3);
        assertThat(others.areToWrite()).isTrue();
        assertThat(positions(settled)).containsExactly(4L);
        assertLogHolds(1, 2, 3, 4);
    }
}

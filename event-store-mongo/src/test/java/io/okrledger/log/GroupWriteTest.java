package io.okrledger.log;

import static io.okrledger.log.Events.commit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.okrledger.log.CuttingBackend.Cut;
import io.okrledger.log.turns.Turns;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
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

    @BeforeEach
    void open() {
        store = Store.on(backend);
        commits = new Commits(store.database());
        tail = new Tail(commits, SELDOM);
        another = new EventLog(store.database(), Clock.systemUTC(), SELDOM);
        backend.forgetInserts();
    }

    @AfterEach
    void close() {
        tail.close();
        another.close();
        store.close();
    }

    private List<Waiting> write(NewCommit... group) {
        var waiting = Stream.of(group).map(Waiting::new).toList();
        var turns = new Turns(store.database(), tail::takeNewest);
        new GroupWrite(commits, tail, Clock.systemUTC(), LogObserver.NONE, turns, waiting).run();
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
}

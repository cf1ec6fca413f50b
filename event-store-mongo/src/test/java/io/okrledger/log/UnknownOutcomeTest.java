package io.okrledger.log;

import static io.okrledger.log.Events.commit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The connection breaks while a commit is being written. */
class UnknownOutcomeTest {

    private final CuttingBackend backend = new CuttingBackend();
    private Store store;
    private EventLog log;

    @BeforeEach
    void open() {
        store = Store.on(backend);
        log = new EventLog(store.database(), Clock.systemUTC());
        log.append(commit("a", 0, 1));
    }

    @AfterEach
    void close() {
        log.close();
        store.close();
    }

    @Test
    void aCommitThatIsInAfterAllIsASuccess() {
        backend.cutNextInsert(CuttingBackend.Cut.AFTER);
        var commit = commit("a", 1, 2);

        assertThat(log.append(commit).position()).isEqualTo(2);

        assertThat(log.head()).isEqualTo(3);
        assertThat(log.append(commit("a", 3, 1)).position()).isEqualTo(4);
        assertThat(log.read(0, 10)).extracting(Commit::position).containsExactly(1L, 2L, 4L);
    }

    @Test
    void aCommitThatIsNotInIsSentToItsPlaceAgain() {
        backend.cutNextInsert(CuttingBackend.Cut.BEFORE);

        assertThat(log.append(commit("a", 1, 1)).position()).isEqualTo(2);

        assertThat(log.head()).isEqualTo(2);
        assertThat(log.append(commit("a", 2, 1)).position()).isEqualTo(3);
    }

    @Test
    void aRequestWithAKeyCanBeRepeatedUntilItIsAnswered() {
        backend.cutEveryInsert(CuttingBackend.Cut.BEFORE);
        var failure =
                catchThrowableOfType(LogUnavailableException.class, () -> log.append(commit("a", 1, "key", "request")));
        assertThat(failure.outcomeUnknown()).isTrue();

        backend.cutEveryInsert(CuttingBackend.Cut.NEVER);
        var first = log.append(commit("a", 1, "key", "request"));
        var taken = catchThrowableOfType(KeyTakenException.class, () -> log.append(commit("a", 1, "key", "request")));

        assertThat(taken.first().id()).isEqualTo(first.id());
        assertThat(log.head()).isEqualTo(2);
    }
}

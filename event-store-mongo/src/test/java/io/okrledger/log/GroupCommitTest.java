package io.okrledger.log;

import static io.okrledger.log.Events.commit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Single commits and whole lists at once, as other processes bring them. */
@Timeout(60)
class GroupCommitTest {

    private static final int THREADS = 8;
    private static final int TIMES = 20;

    /** More than one group takes. */
    private static final int LONG = Group.MOST_COMMITS + 50;

    private final List<NewCommit> written = Collections.synchronizedList(new ArrayList<>());
    private final GroupCommit commits = new GroupCommit(group -> group.forEach(this::write));

    private void write(Waiting waiting) {
        written.add(waiting.commit());
        waiting.succeed(waiting.commit().after(Head.OF_EMPTY_LOG, Events.TIMESTAMP));
    }

    private static List<NewCommit> list(int thread, int time) {
        var size = List.of(1, 2, LONG).get((thread + time) % 3);
        return IntStream.range(0, size)
                .mapToObj(i -> commit("stream-%d-%d-%d".formatted(thread, time, i), 0, 1))
                .toList();
    }

    @Test
    void eachCommitOfEachListIsWrittenOnce() throws Exception {
        var settled = Collections.synchronizedList(new ArrayList<NewCommit>());
        AtOnce.run(THREADS, thread -> {
            for (var time = 0; time < TIMES; time++) {
                var list = list(thread, time);
                var outcomes = commits.append(list);
                assertThat(outcomes.stream().map(it -> it.outcome().id()))
                        .containsExactlyElementsOf(
                                list.stream().map(NewCommit::id).toList());
                settled.addAll(list);
            }
        });
        assertThat(written).containsExactlyInAnyOrderElementsOf(settled);
        assertThat(commits.queued()).isZero();
    }

    @Test
    void aListIsRefusedWhereItContradictsItself() {
        var first = commit("a", 0, 1);
        var second = commit("a", 0, 1);
        var outcomes = commits.append(List.of(first, second));
        assertThat(outcomes).extracting(it -> it.stored() != null).containsExactly(true, false);
        assertThat(written).containsExactly(first);
    }

    @Test
    void aWriterThatFailsLeavesNobodyWaiting() {
        var groups = new AtomicInteger();
        var failing = new GroupCommit(group -> {
            if (groups.incrementAndGet() == 1) {
                throw new IllegalStateException("the first one fails");
            }
            group.forEach(this::write);
        });

        var outcomes = failing.append(list(0, 2));

        assertThat(outcomes.stream().filter(it -> it.stored() != null)).hasSize(LONG - Group.MOST_COMMITS);
        assertThatThrownBy(outcomes.get(0)::outcome)
                .isInstanceOfSatisfying(
                        LogUnavailableException.class,
                        failure -> assertThat(failure.outcomeUnknown()).isTrue())
                .hasRootCauseMessage("the first one fails");
        assertThat(failing.append(commit("after", 0, 1))).isNotNull();
    }
}

package io.okrledger.embedded.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupCommitTest {

    private final HeldSync disk = new HeldSync();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final GroupCommit commits = new GroupCommit(disk, failures::add);

    @AfterEach
    void close() {
        disk.release();
        commits.close();
    }

    @Test
    void oneSyncServesAllThatGatheredDuringTheOneBefore() {
        disk.hold();
        var first = commits.synced();
        disk.awaitSync();
        var others = IntStream.range(0, 50).mapToObj(i -> commits.synced()).toList();
        assertThat(first).isNotDone();
        assertThat(others).noneMatch(CompletableFuture::isDone);
        disk.release();
        assertThat(first).succeedsWithin(HeldSync.PATIENCE);
        assertThat(others).allSatisfy(it -> assertThat(it).succeedsWithin(HeldSync.PATIENCE));
        assertThat(disk.syncs()).isEqualTo(2);
    }

    @Test
    void aWriteDuringASyncWaitsForTheNextOne() {
        disk.hold();
        commits.synced();
        disk.awaitSync();
        var during = commits.synced();
        disk.letOnePass();
        await().until(() -> disk.syncs() == 2);
        assertThat(during).isNotDone();
    }

    @Test
    void nothingIsSyncedAfterAFailure() {
        disk.hold();
        var first = commits.synced();
        disk.awaitSync();
        var gathered = commits.synced();
        disk.fail();
        assertThat(first).failsWithin(HeldSync.PATIENCE);
        assertThat(gathered).failsWithin(HeldSync.PATIENCE);
        assertThat(commits.synced()).failsWithin(HeldSync.PATIENCE);
        assertThat(disk.syncs()).isEqualTo(1);
        await().untilAsserted(() -> assertThat(failures).hasSize(1));
    }

    @Test
    void whoIsToldOfAFailureMayClose() {
        var closed = new CompletableFuture<Void>();
        var failing = new CompletableFuture<GroupCommit>();
        failing.complete(new GroupCommit(
                () -> {
                    throw new IllegalStateException("the disk is gone");
                },
                failure -> {
                    failing.join().close();
                    closed.complete(null);
                }));
        failing.join().synced();
        assertThat(closed).succeedsWithin(HeldSync.PATIENCE);
    }

    @Test
    void closingSyncsWhatNobodyWaitsFor() {
        var closed = new GroupCommit(disk, failures::add);
        closed.close();
        assertThat(disk.syncs()).isEqualTo(1);
        assertThat(closed.synced()).failsWithin(HeldSync.PATIENCE);
    }
}

package io.okrledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever many threads append at once, over few streams and few keys. */
class GroupCommitProperties {

    private static ExecutorService threads;

    @BeforeContainer
    static void start() {
        threads = Executors.newCachedThreadPool();
    }

    @AfterContainer
    static void stop() {
        threads.shutdownNow();
    }

    /** A writer that keeps the rules of the log, in memory; it can be held. */
    private static final class Model {

        final List<List<Waiting>> groups = new ArrayList<>();
        final CountDownLatch go = new CountDownLatch(1);
        private final List<NewCommit> stored = new ArrayList<>();
        private final HashSet<Object> taken = new HashSet<>();
        private boolean writing;

        void write(List<Waiting> group) {
            assertThat(writing).as("another one is writing").isFalse();
            writing = true;
            groups.add(group);
            awaitGo();
            group.forEach(this::settle);
            writing = false;
        }

        private void awaitGo() {
            try {
                go.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        private void settle(Waiting waiting) {
            var claims = claims(waiting.commit());
            if (claims.stream().anyMatch(taken::contains)) {
                waiting.fail(new IllegalStateException("taken"));
            } else {
                taken.addAll(claims);
                stored.add(waiting.commit());
                waiting.succeed(waiting.commit().after(Head.OF_EMPTY_LOG, Events.TIMESTAMP));
            }
        }
    }

    private static List<Object> claims(NewCommit commit) {
        var claims = new ArrayList<Object>(List.of(commit.keyOrId()));
        commit.streams().forEach(range -> claims.add(List.of(range.id(), range.from())));
        return claims;
    }

    @Property(tries = 60)
    void whatIsRefusedHasARivalThatIsStored(@ForAll("appends") List<NewCommit> appends) {
        var model = new Model();
        var commits = new GroupCommit(model::write);
        var outcomes = new ArrayList<CompletableFuture<Commit>>();
        for (var i = 0; i < appends.size(); i++) {
            var append = appends.get(i);
            var before = i;
            outcomes.add(CompletableFuture.supplyAsync(() -> commits.append(append), threads));
            await().pollInterval(Duration.ofNanos(100_000))
                    .until(() -> commits.queued() + (model.groups.isEmpty() ? 0 : 1) == before + 1);
        }
        model.go.countDown();
        var ended = outcomes.stream()
                .map(it -> it.handle((stored, failure) -> Optional.ofNullable(stored))
                        .join())
                .toList();

        for (var i = 0; i < appends.size(); i++) {
            var outcome = ended.get(i).orElse(null);
            var claims = claims(appends.get(i));
            if (outcome == null) {
                assertThat(claims).anyMatch(model.taken::contains);
                assertThat(model.stored).doesNotContain(appends.get(i));
            } else {
                assertThat(outcome.id()).isEqualTo(appends.get(i).id());
                assertThat(model.stored.stream().filter(appends.get(i)::equals)).hasSize(1);
            }
        }
        assertThat(model.groups).allSatisfy(GroupCommitProperties::assertWithoutRivals);
        assertThat(model.groups.get(0)).hasSize(1);
        assertThat(commits.queued()).isZero();
    }

    private static void assertWithoutRivals(List<Waiting> group) {
        assertThat(group.stream().flatMap(waiting -> claims(waiting.commit()).stream()))
                .doesNotHaveDuplicates();
        assertThat(group.size()).isBetween(1, Group.MOST_COMMITS);
    }

    @Provide
    static Arbitrary<List<NewCommit>> appends() {
        var key = Arbitraries.of("k1", "k2").injectNull(0.8);
        var streams = Arbitraries.of("a", "b", "c").set().ofMinSize(1).ofMaxSize(2);
        var from = Arbitraries.integers().between(0, 2);
        return Combinators.combine(key, streams, from)
                .as((k, ids, first) -> new NewCommit(
                        UUID.randomUUID(),
                        k,
                        null,
                        ids.stream()
                                .flatMap(id -> Events.events(id, first, 1).stream())
                                .toList()))
                .list()
                .ofMinSize(1)
                .ofMaxSize(16);
    }
}

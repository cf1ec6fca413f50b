package io.okrledger.query.support;

import static com.mongodb.client.model.Filters.empty;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.okrledger.query.support.views.View;
import io.okrledger.query.support.views.ViewStore;
import io.okrledger.query.support.views.ViewStores;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;

/**
 * Proves a projection: {@code given(facts).then(views)}. The facts go through a real store on an in-memory server, one
 * by one, all at once, and in random cuts with every batch possibly delivered again from some earlier place, as after a
 * crash; each way must leave the very same documents. A store that looks back must show at every position what a fresh
 * one shows that was given the facts up to there.
 */
public final class ProjectionFixture<V> {

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final int RANDOM_RUNS = 5;
    private static final ParameterResolverFactory PARAMETERS = MultiParameterResolverFactory.ordered(
            ClasspathParameterResolverFactory.forClass(ProjectionFixture.class), new FactParameter());

    private final Function<ViewStores, ?> projection;
    private final Function<ViewStores, Function<AsOf, List<V>>> reading;
    private final boolean looksBack;

    private ProjectionFixture(
            Function<ViewStores, ?> projection,
            Function<ViewStores, Function<AsOf, List<V>>> reading,
            boolean looksBack) {
        this.projection = projection;
        this.reading = reading;
        this.looksBack = looksBack;
    }

    /**
     * @param projection makes the projection over the stores given
     * @param store opens the collection to be looked at
     */
    public static <V extends View> ProjectionFixture<V> of(
            Function<ViewStores, ?> projection, Function<ViewStores, ViewStore<V>> store) {
        return new ProjectionFixture<>(
                projection,
                stores -> {
                    var opened = store.apply(stores);
                    return asOf -> opened.list(empty(), asOf);
                },
                store.apply(new ViewStores(database())).looksBack());
    }

    /**
     * The same for what is read from several collections that look back.
     *
     * @param reading reads all there is, as it was at a moment
     */
    public static <T> ProjectionFixture<T> lookingBack(
            Function<ViewStores, ?> projection, Function<ViewStores, Function<AsOf, List<T>>> reading) {
        return new ProjectionFixture<>(projection, reading, true);
    }

    /** What the log holds, from position 1 on. */
    public Outcome<V> given(Happening... happenings) {
        var messages = Happening.log(List.of(happenings));
        var expected = expected(messages);
        assertThat(delivered(List.of(messages))).as("all at once").isEqualTo(expected);
        assertThat(delivered(messages.stream()
                        .<List<TrackedEventMessage<?>>>map(List::of)
                        .toList()))
                .as("one by one")
                .isEqualTo(expected);
        for (var run = 0; run < RANDOM_RUNS; run++) {
            var seed = new Random().nextLong();
            assertThat(delivered(repeatedCuts(messages, new Random(seed))))
                    .as("in repeated cuts, seed %d", seed)
                    .isEqualTo(expected);
        }
        return new Outcome<>(expected.now());
    }

    /** All documents of the collection, in the order of their ids. */
    public record Outcome<V>(List<V> views) {

        /** There are exactly these. */
        @SafeVarargs
        @SuppressWarnings("varargs") // they are only read
        public final void then(V... expected) {
            assertThat(views).isEqualTo(List.of(expected));
        }

        /** There is exactly one. */
        public V only() {
            assertThat(views).hasSize(1);
            return views.get(0);
        }
    }

    /** @param then what was there at each position from 0 on; nothing when the store does not look back */
    private record Shown<V>(List<V> now, List<List<V>> then) {}

    /** The truth: what there was at a position is what there is when the log ends there. */
    private Shown<V> expected(List<TrackedEventMessage<?>> messages) {
        return new Shown<>(
                now(read(List.of(messages))),
                looksBack
                        ? IntStream.rangeClosed(0, messages.size())
                                .mapToObj(position -> now(read(List.of(messages.subList(0, position)))))
                                .toList()
                        : List.of());
    }

    private Shown<V> delivered(List<List<TrackedEventMessage<?>>> batches) {
        var shown = read(batches);
        var head = batches.stream().mapToLong(ProjectionFixture::head).max().orElse(0);
        return new Shown<>(
                now(shown),
                looksBack
                        ? LongStream.rangeClosed(0, head)
                                .mapToObj(position -> shown.apply(new AsOf(position, Instant.EPOCH)))
                                .toList()
                        : List.of());
    }

    private static long head(List<TrackedEventMessage<?>> batch) {
        return batch.isEmpty() ? 0 : Fact.of(batch.get(batch.size() - 1)).position();
    }

    private List<V> now(Function<AsOf, List<V>> shown) {
        return shown.apply(AsOf.now(Instant.EPOCH));
    }

    private static MongoDatabase database() {
        return Server.CLIENT.getDatabase("projection-" + DATABASES.incrementAndGet());
    }

    private Function<AsOf, List<V>> read(List<List<TrackedEventMessage<?>>> batches) {
        var stores = new ViewStores(database());
        var handlers = new AnnotationEventHandlerAdapter(projection.apply(stores), PARAMETERS);
        for (var batch : batches) {
            if (batch.isEmpty()) {
                continue;
            }
            var work = new BatchingUnitOfWork<>(batch);
            var result = work.executeWithResult(() -> handlers.handle(work.getMessage()));
            if (result.isExceptional()) {
                throw new AssertionError("The projection failed", result.exceptionResult());
            }
        }
        return reading.apply(stores);
    }

    private static List<List<TrackedEventMessage<?>>> repeatedCuts(
            List<TrackedEventMessage<?>> messages, Random random) {
        var batches = new ArrayList<List<TrackedEventMessage<?>>>();
        for (var from = 0; from < messages.size(); ) {
            var to = from + 1 + random.nextInt(messages.size() - from);
            batches.add(messages.subList(from, to));
            // A node that died before it stored its token, or lost its claim: what it did is done again from there.
            batches.add(messages.subList(random.nextInt(from + 1), from + 1 + random.nextInt(to - from)));
            from = to;
        }
        batches.add(messages);
        return batches;
    }

    private static final class Server {
        static final MongoClient CLIENT =
                MongoClients.create(new MongoServer(new MemoryBackend()).bindAndGetConnectionString());
    }
}

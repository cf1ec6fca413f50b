package io.okrledger.query.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.okrledger.events.EventCatalogue;
import io.okrledger.query.support.views.Projections;
import io.okrledger.query.support.views.ViewStores;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.bson.BsonDocument;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/**
 * Whatever happened and however it is delivered, every document and every former version of all models is what a pure fold
 * makes: one event after the other, into a map. {@code -Dokr.histories} says how many histories are tried.
 */
class ProjectionProperties {

    private static final int LONGEST = 30;
    private static final int STEPS = 60;
    private static final Set<Class<?>> SEEN = new HashSet<>();

    private static final Projections PROJECTIONS = new Projections(allProjections());
    private static final MapDatabase PURE = MapDatabase.plain();
    private static final Map<String, List<AnnotationEventHandlerAdapter>> PURE_FOLD =
            Worker.handlers(PROJECTIONS, new ViewStores(PURE.seen()));
    private static final MapDatabase SHARED = MapDatabase.guarded();
    private static final Worker ONE = new Worker(PROJECTIONS, SHARED.seen());
    private static final Worker OTHER = new Worker(PROJECTIONS, SHARED.seen());

    private static DefaultListableBeanFactory allProjections() {
        var beans = new DefaultListableBeanFactory();
        var scanner = new ClassPathBeanDefinitionScanner(beans, false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ProcessingGroup.class));
        scanner.scan("io.okrledger.query");
        return beans;
    }

    @AfterContainer
    static void everyEventHasOccurred() {
        assertThat(SEEN)
                .containsAll(EventCatalogue.entries().stream()
                        .map(EventCatalogue.Entry::type)
                        .toList());
    }

    @Property(edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
    @AddLifecycleHook(Histories.class)
    void everyModelIsAPureFoldOfTheLog(@ForAll("steps") List<Integer> steps, @ForAll long seed) {
        SHARED.clear();
        deliver(steps, seed, ONE, OTHER);
        assertThat(SHARED.documents()).isEqualTo(PURE.documents());
    }

    /** The same on a server, because a map is no database. */
    @Property(tries = 5, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
    void soItIsOnAServer(@ForAll("steps") List<Integer> steps, @ForAll long seed) {
        var server = new MongoServer(new MemoryBackend());
        try (var client = MongoClients.create(server.bindAndGetConnectionString())) {
            var database = client.getDatabase("histories");
            deliver(steps, seed, new Worker(PROJECTIONS, database), new Worker(PROJECTIONS, database));
            assertThat(stored(database)).isEqualTo(PURE.documents());
        } finally {
            server.shutdownNow();
        }
    }

    private static void deliver(List<Integer> steps, long seed, Worker one, Worker other) {
        var random = new Random(seed);
        var log = Happening.log(RandomHistory.of(steps, random));
        log.forEach(event -> SEEN.add(event.getPayloadType()));
        PURE.clear();
        PROJECTIONS.byName().keySet().forEach(model -> {
            fold(model, log);
            new Delivery(model, log, random).run(one, other);
        });
    }

    private static void fold(String model, List<TrackedEventMessage<?>> log) {
        for (var event : log) {
            for (var projection : PURE_FOLD.get(model)) {
                try {
                    projection.handle(event);
                } catch (Exception e) {
                    throw new AssertionError(model + " failed at " + event.getPayload(), e);
                }
            }
        }
    }

    private static Map<String, Map<String, BsonDocument>> stored(MongoDatabase database) {
        var stored = new TreeMap<String, Map<String, BsonDocument>>();
        for (var name : PURE.documents().keySet()) {
            var documents = new TreeMap<String, BsonDocument>();
            for (var document : database.getCollection(name, BsonDocument.class).find()) {
                documents.put(document.getString("_id").getValue(), document);
            }
            stored.put(name, documents);
        }
        return stored;
    }

    @Provide
    Arbitrary<List<Integer>> steps() {
        return Arbitraries.integers().between(0, STEPS).list().ofMaxSize(LONGEST);
    }

    /** As many as are asked for. */
    static final class Histories implements AroundPropertyHook {

        private static final int BY_DEFAULT = 200;

        @Override
        public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
            context.attributes().setTries(Integer.getInteger("okr.histories", BY_DEFAULT));
            return property.execute();
        }
    }
}

package io.okrledger.embedded.plan;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CannotIndexParallelArraysError;
import io.okrledger.embedded.index.IndexShape;
import io.okrledger.embedded.index.SortOrder;
import io.okrledger.embedded.order.GeneratedScalars;
import io.okrledger.embedded.order.OrderedValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Whatever the documents, indexes and query are, walking a plan finds what a scan of all documents finds. */
class PlannerProperties {

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void aPlanFindsWhatAScanFindsInTheOrderThatItPromises(@ForAll("situations") Situation situation) {
        var accepted = accepted(situation);
        var indexes = indexes(accepted, situation.shapes());
        var candidates = indexes.stream().map(WalkedIndex::candidate).toList();

        for (var query : situation.queries()) {
            var plan = Planner.plan(query.filter(), query.sort(), candidates);
            var walked = walk(plan, indexes);
            var found = (plan.exact() ? walked : matching(query.filter(), walked))
                    .stream().distinct().toList();

            Statistics.collect(plan.narrowed() && !found.isEmpty());
            assertThat(found)
                    .as("%s by %s", query, plan.index())
                    .containsExactlyInAnyOrderElementsOf(matching(query.filter(), accepted));
            if (plan.sorted() && !query.sort().isEmpty()) {
                assertThat(sortKeys(found, query.sort()))
                        .as("%s by %s", query, plan.index())
                        .isSortedAccordingTo(Arrays::compareUnsigned);
            }
        }
        Statistics.coverage(counted -> counted.check(true).percentage(narrowedAndFound -> narrowedAndFound > 15));
    }

    @Property(tries = 5_000, edgeCases = EdgeCasesMode.NONE)
    void whatAPlanIsExactAboutNeedsNotBeLookedAt(@ForAll("scalars") Object stored, @ForAll("scalars") Object asked) {
        var filter = new Document("_id", asked);
        var table = new Candidate("_id_", new IndexShape(List.of(new IndexKey("_id", true)), false), true, false);
        var plan = Planner.plan(filter, null, List.of(table));
        var matches = new DefaultQueryMatcher().matches(new Document("_id", stored), filter);

        Statistics.collect(plan.exact(), matches);
        if (plan.exact()) {
            assertThat(plan.intervals().get(0).contains(OrderedValue.ascending(stored)))
                    .isEqualTo(matches);
        }
        Statistics.coverage(counted -> counted.check(true, true).percentage(found -> found > 1));
    }

    @Provide
    static Arbitrary<Object> scalars() {
        return GeneratedScalars.all();
    }

    private static List<byte[]> sortKeys(List<Document> documents, Document sort) {
        var shape = new IndexShape(SortOrder.fieldsOf(sort), false);
        return documents.stream()
                .filter(document -> accepts(shape, document))
                .map(SortOrder.of(sort)::keyOf)
                .toList();
    }

    private static List<Document> accepted(Situation situation) {
        return situation.documents().stream()
                .filter(document -> situation.shapes().stream().allMatch(shape -> accepts(shape, document)))
                .toList();
    }

    private static boolean accepts(IndexShape shape, Document document) {
        try {
            shape.entriesOf(document);
            return true;
        } catch (CannotIndexParallelArraysError refused) {
            return false;
        }
    }

    private static List<WalkedIndex> indexes(List<Document> documents, List<IndexShape> shapes) {
        var indexes = new ArrayList<WalkedIndex>();
        indexes.add(WalkedIndex.of("_id_", new IndexShape(List.of(new IndexKey("_id", true)), false), documents));
        shapes.forEach(shape -> indexes.add(WalkedIndex.of("index" + indexes.size(), shape, documents)));
        return indexes;
    }

    private static List<Document> walk(Plan plan, List<WalkedIndex> indexes) {
        return indexes.stream()
                .filter(index -> index.candidate() == plan.index())
                .findAny()
                .orElseThrow()
                .walk(plan);
    }

    private static List<Document> matching(Document filter, List<Document> documents) {
        var matcher = new DefaultQueryMatcher();
        return documents.stream()
                .filter(document -> matcher.matches(document, filter))
                .toList();
    }

    record Query(Document filter, Document sort) {}

    record Situation(List<Document> documents, List<IndexShape> shapes, List<Query> queries) {}

    @Provide
    static Arbitrary<Situation> situations() {
        return Combinators.combine(
                        GeneratedScalars.all().list().ofSize(3).map(GeneratedData::new),
                        GeneratedData.shapes().list().ofMinSize(1).ofMaxSize(4))
                .flatAs(PlannerProperties::situations);
    }

    private static Arbitrary<Situation> situations(GeneratedData data, List<IndexShape> shapes) {
        return data.collections().flatMap(documents -> {
            var generated = new GeneratedQueries(data, documents, shapes);
            var queries =
                    Combinators.combine(generated.filters(), generated.sorts()).as(Query::new);
            return queries.list().ofSize(10).map(some -> new Situation(documents, shapes, some));
        });
    }
}

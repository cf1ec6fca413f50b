package io.okrledger.embedded.index;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.exception.CannotIndexParallelArraysError;
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

    private static final List<Object> IDS = List.of(
            0, "b", 2L, 0.5, new Document("x", 1), 5_000_000_000L, 5_000_000_000.5, true, "a", new ObjectId(), 3, "");

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void aPlanFindsWhatAScanFindsInTheOrderThatItPromises(@ForAll("situations") Situation situation) {
        var accepted = accepted(situation.documents(), situation.shapes());
        var indexes = indexes(accepted, situation.shapes());
        var filter = situation.filter();
        var sort = situation.sort();

        var plan = Planner.plan(
                filter, sort, indexes.stream().map(WalkedIndex::candidate).toList());

        var found = matching(filter, walk(plan, indexes)).stream().distinct().toList();
        Statistics.label("narrowed, multikey, found")
                .collect(plan.narrowed(), plan.index().multikey(), !found.isEmpty());
        Statistics.label("sorted").collect(!sort.isEmpty() && plan.sorted());
        assertThat(found).containsExactlyInAnyOrderElementsOf(matching(filter, accepted));
        if (plan.sorted() && !sort.isEmpty()) {
            assertThat(found.stream().map(SortOrder.of(sort)::keyOf)).isSortedAccordingTo(Arrays::compareUnsigned);
        }
    }

    private static List<Document> accepted(List<Document> documents, List<IndexShape> shapes) {
        var accepted = new ArrayList<Document>();
        for (var document : documents) {
            try {
                var withId = new Document("_id", IDS.get(accepted.size())).appendAll(document);
                shapes.forEach(shape -> shape.entriesOf(withId));
                accepted.add(withId);
            } catch (CannotIndexParallelArraysError refused) {
                // The collection does not have it then.
            }
        }
        return accepted;
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

    record Situation(List<Document> documents, List<IndexShape> shapes, Document filter, Document sort) {}

    @Provide
    static Arbitrary<Situation> situations() {
        return Combinators.combine(
                        GeneratedData.allScalars().list().ofSize(3).map(GeneratedData::new),
                        GeneratedData.shapes().list().ofMinSize(1).ofMaxSize(4))
                .flatAs(PlannerProperties::situations);
    }

    private static Arbitrary<Situation> situations(GeneratedData data, List<IndexShape> shapes) {
        var queries = new GeneratedQueries(data, shapes);
        return Combinators.combine(data.collections(IDS.size()), queries.filters(), queries.sorts())
                .as((documents, filter, sort) -> new Situation(documents, shapes, filter, sort));
    }
}

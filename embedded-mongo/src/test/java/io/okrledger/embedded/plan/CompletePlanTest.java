package io.okrledger.embedded.plan;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import io.okrledger.embedded.index.IndexShape;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Documents that the matcher accepts, and that a plan could easily miss. */
class CompletePlanTest {

    private static final Candidate TABLE = new Candidate("_id_", over("_id"), true, false);
    private static final Candidate POSITION = new Candidate("position", over("position"), true, false);
    private static final Candidate STREAMS = new Candidate("streams", over("streams.id", "streams.from"), false, true);

    @Test
    void conditionsOutsideAnElemMatchCanBeMetByDifferentElements() {
        var document = id(1).append(
                        "streams",
                        List.of(new Document("id", "a").append("from", 1), new Document("id", "b").append("from", 9)));

        assertMatchedAndVisited(new Document("streams.id", "a").append("streams.from", 9), document, STREAMS);
        assertMatchedAndVisited(
                new Document("$and", List.of(elemMatch("id", "a"), elemMatch("from", 9))), document, STREAMS);
        assertMatchedAndVisited(
                new Document("streams.id", "b").append("$and", List.of(elemMatch("id", "a"))), document, STREAMS);
    }

    @Test
    void partsOfAnAndInAnElemMatchCanBeMetByDifferentValuesOfOneField() {
        var index = new Candidate("x", over("a.x"), false, true);
        var document = id(1).append("a", List.of(new Document("x", List.of(1, 9))));
        var both = new Document("$and", List.of(new Document("x", 1), new Document("x", new Document("$gt", 5))));

        assertMatchedAndVisited(new Document("a", new Document("$elemMatch", both)), document, index);
    }

    @Test
    void conditionsBehindADotInAnElemMatchCanBeMetByDifferentElements() {
        var index = new Candidate("deep", over("a.b.x", "a.b.y"), false, true);
        var document =
                id(1).append("a", List.of(new Document("b", List.of(new Document("x", 1), new Document("y", 2)))));
        var filter = new Document("a", new Document("$elemMatch", new Document("b.x", 1).append("b.y", 2)));

        assertMatchedAndVisited(filter, document, index);
    }

    @Test
    void aPositionInAnElemMatchIsNoPositionInTheArrayItself() {
        var index = new Candidate("first", over("a.0"), false, false);
        var document = id(1).append("a", List.of(7, List.of(5)));

        assertMatchedAndVisited(new Document("a", new Document("$elemMatch", new Document("0", 5))), document, index);
    }

    @Test
    void anOperatorThatMakesTheMatcherPassOverOthersSpoilsTheirBounds() {
        var index = new Candidate("x", over("a.x"), false, true);
        var document = id(1).append("a", List.of(new Document("x", 1)));

        for (var other : List.of(new Document("$ne", 2), new Document("$nin", List.of(2)))) {
            var range = new Document("$gt", 5).appendAll(other);
            var element = new Document("$elemMatch", new Document("$gt", 5)).appendAll(other);
            assertMatchedAndVisited(new Document("a.x", range), document, index);
            assertMatchedAndVisited(new Document("a.x", element), document, index);
        }
    }

    @Test
    void boundsHoldNumbersThatTheMatcherTakesForEqual() {
        assertMatchedAndVisited(position(new Document("$lte", 5_000_000_000L)), at(5_000_000_000.5), POSITION);
        assertMatchedAndVisited(position(new Document("$gte", -5_000_000_000L)), at(-5_000_000_000.5), POSITION);
        assertMatchedAndVisited(position(new Document("$lt", 5_000_000_000L)), at(Double.NaN), POSITION);
        assertMatchedAndVisited(position(new Document("$lte", Long.MAX_VALUE)), at(1e30), POSITION);
        assertMatchedAndVisited(position(0x1p63), at(Long.MAX_VALUE), POSITION);
    }

    @Test
    void aDocumentIsFoundInAnArrayAlsoWhenItHasMoreFields() {
        var index = new Candidate("a", over("a"), false, true);
        var document = id(1).append("a", List.of(new Document("x", 1).append("y", 2)));

        assertMatchedAndVisited(new Document("a", new Document("x", 1)), document, index);
    }

    private static void assertMatchedAndVisited(Document filter, Document document, Candidate index) {
        assertThat(new DefaultQueryMatcher().matches(document, filter)).isTrue();
        assertThat(visited(Planner.plan(filter, null, List.of(TABLE, index)), List.of(document)))
                .containsExactly(document);
    }

    private static List<Document> visited(Plan plan, List<Document> documents) {
        return WalkedIndex.of("any", plan.index().shape(), documents).walk(plan);
    }

    private static IndexShape over(String... paths) {
        return new IndexShape(
                Stream.of(paths).map(path -> new IndexKey(path, true)).toList(), false);
    }

    private static Document id(Object id) {
        return new Document("_id", id);
    }

    private static Document position(Object asked) {
        return new Document("position", asked);
    }

    private static Document at(Object position) {
        return id(1).append("position", position);
    }

    private static Document elemMatch(String field, Object asked) {
        return new Document("streams", new Document("$elemMatch", new Document(field, asked)));
    }
}

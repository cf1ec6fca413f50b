package io.okrledger.embedded.plan;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import io.okrledger.embedded.index.IndexShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlannerTest {

    private static final Candidate TABLE = new Candidate("_id_", over("_id"), true, false);
    private static final Candidate POSITION = new Candidate("position", over("position"), true, false);
    private static final Candidate VERSION = new Candidate("version", over("aggregate", "-version"), false, false);
    private static final Candidate STREAMS = new Candidate("streams", over("streams.id", "streams.from"), false, true);

    @Test
    void aFilterOnNoIndexWalksTheTableOfDocuments() {
        var plan = plan(new Document("color", "red"), null);

        assertThat(plan.index()).isSameAs(TABLE);
        assertThat(plan.narrowed()).isFalse();
        assertThat(plan.sorted()).isTrue();
        assertThat(plan.intervals()).singleElement().satisfies(all -> {
            assertThat(all.from()).isEmpty();
            assertThat(all.to()).isNull();
        });
    }

    @Test
    void anEqualIdFindsOneDocumentAndNeedsNoSort() {
        var plan = plan(new Document("_id", 5).append("aggregate", "a").append("version", 1), sort("color", 1));

        assertThat(plan.index()).isSameAs(TABLE);
        assertThat(plan.sorted()).isTrue();
        assertThat(visited(plan, ids(4, 5L, 6))).containsExactly(id(5L));
    }

    @Test
    void equalityGoesBeforeARangeAndARangeBeforeTheOrder() {
        var range = new Document("position", new Document("$gt", 5));

        assertThat(plan(new Document(range).append("aggregate", "a"), sort("position", 1))
                        .index())
                .isSameAs(VERSION);
        assertThat(plan(range, sort("_id", 1)).index()).isSameAs(POSITION);
        assertThat(plan(new Document(), sort("position", -1)).index()).isSameAs(POSITION);
    }

    @Test
    void anIndexIsWalkedWholeForItsOrderInEitherDirection() {
        assertThat(plan(new Document(), sort("position", -1)))
                .returns(true, Plan::sorted)
                .returns(true, Plan::backwards)
                .returns(false, Plan::narrowed);
        assertThat(plan(new Document(), sort("aggregate", 1, "version", -1))).returns(false, Plan::backwards);
        assertThat(plan(new Document(), sort("aggregate", -1, "version", 1))).returns(true, Plan::backwards);
        assertThat(plan(new Document(), sort("aggregate", 1, "version", 1))).returns(false, Plan::sorted);
    }

    @Test
    void fieldsThatAreFixedMayBeAnywhereInTheSortOrLeftOut() {
        var filter = new Document("aggregate", "a");

        for (var sort : List.of(
                sort("version", 1),
                sort("version", 1, "aggregate", 1),
                sort("aggregate", -1, "version", 1),
                sort("version", 1, "_id", -1, "color", 1))) {
            assertThat(plan(filter, sort))
                    .as("%s", sort)
                    .returns(VERSION, Plan::index)
                    .returns(true, Plan::sorted)
                    .returns(true, Plan::backwards);
        }
        assertThat(plan(new Document("aggregate", new Document("$in", List.of("a", "b"))), sort("version", 1)))
                .returns(false, Plan::sorted);
        assertThat(plan(filter, sort("version", 1, "color", 1))).returns(false, Plan::sorted);
    }

    @Test
    void whatIsAskedBeyondAUniqueIndexChangesNothing() {
        assertThat(plan(new Document(), sort("position", 1, "color", -1))).returns(true, Plan::sorted);
    }

    @Test
    void theNaturalOrderIsThatOfTheTable() {
        assertThat(plan(new Document("position", 5), sort("$natural", 1)).index())
                .isSameAs(POSITION);
        assertThat(plan(new Document("position", 5), sort("$natural", -1)))
                .returns(TABLE, Plan::index)
                .returns(true, Plan::backwards)
                .returns(true, Plan::sorted);
    }

    @Test
    void aContradictionLeavesNothingToWalk() {
        assertThat(plan(new Document("position", new Document("$gt", 5).append("$lt", 3)), null)
                        .intervals())
                .isEmpty();
    }

    @Test
    void oneElementMeetsAllConditionsOfItsElemMatch() {
        var element = new Document("id", "a").append("from", new Document("$gte", 2).append("$lt", 4));
        var documents = List.of(
                streams("hit", "a", 3), streams("early", "a", 1), streams("late", "a", 4), streams("other", "b", 3));

        var plan = plan(new Document("streams", new Document("$elemMatch", element)), sort("streams.from", 1));

        assertThat(plan.index()).isSameAs(STREAMS);
        assertThat(plan.sorted()).isFalse();
        assertThat(visited(plan, documents))
                .extracting(document -> document.get("_id"))
                .containsExactly("hit");
    }

    /** The driver wraps what an application combines. */
    @Test
    void conditionsOfOneElementAreReadThroughAnAnd() {
        var element =
                new Document("$and", List.of(new Document("id", "a"), new Document("from", new Document("$gte", 3))));
        var documents = List.of(streams("hit", "a", 3), streams("early", "a", 1), streams("other", "b", 3));

        var plan = plan(new Document("streams", new Document("$elemMatch", element)), null);

        assertThat(plan.index()).isSameAs(STREAMS);
        assertThat(visited(plan, documents))
                .extracting(document -> document.get("_id"))
                .containsExactly("hit");
    }

    @Test
    void aSparseIndexServesOnlyWhatIsNotNull() {
        var sparse = new Candidate("sparse", new IndexShape(over("color").fields(), true), false, false);

        for (var filter : List.of(
                new Document(),
                new Document("color", null),
                new Document("color", new Document("$in", Arrays.asList("red", null))))) {
            assertThat(Planner.plan(filter, sort("color", 1), List.of(TABLE, sparse))
                            .index())
                    .isSameAs(TABLE);
        }
        assertThat(Planner.plan(new Document("color", "red"), null, List.of(TABLE, sparse))
                        .index())
                .isSameAs(sparse);
    }

    @Test
    void whatTheMatcherReadsInItsOwnWayGivesNoBounds() {
        for (var asked : List.of(
                new BsonRegularExpression("^a", ""),
                new Document("$regex", "^a"),
                new Document("$in", List.of("b", new BsonRegularExpression("^a", ""))),
                new Document("$gt", 1).append("$ne", 3),
                new Document("$not", new Document("$gt", 1)),
                new Document("$gt", null),
                new Document("$gt", List.of(1)),
                new Document("$in", IntStream.range(0, 1001).boxed().toList()),
                new Document(),
                new Document("x", null),
                List.of(1, 2))) {
            assertThat(plan(new Document("position", asked), null).narrowed())
                    .as("%s", asked)
                    .isFalse();
        }
    }

    private static List<Document> visited(Plan plan, List<Document> documents) {
        return WalkedIndex.of("any", plan.index().shape(), documents).walk(plan);
    }

    private static Plan plan(Document filter, Document sort) {
        return Planner.plan(filter, sort, List.of(TABLE, POSITION, VERSION, STREAMS));
    }

    private static Document sort(Object... namesAndDirections) {
        var sort = new Document();
        for (var i = 0; i < namesAndDirections.length; i += 2) {
            sort.append((String) namesAndDirections[i], namesAndDirections[i + 1]);
        }
        return sort;
    }

    private static IndexShape over(String... paths) {
        var keys = new ArrayList<IndexKey>();
        for (var path : paths) {
            keys.add(path.startsWith("-") ? new IndexKey(path.substring(1), false) : new IndexKey(path, true));
        }
        return new IndexShape(keys, false);
    }

    private static List<Document> ids(Object... ids) {
        return Arrays.stream(ids).map(PlannerTest::id).toList();
    }

    private static Document id(Object id) {
        return new Document("_id", id);
    }

    private static Document streams(String id, String stream, int from) {
        return id(id).append("streams", List.of(new Document("id", stream).append("from", from)));
    }
}

package io.okrledger.embedded;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.bson.Document;

/** Commands on one collection, over few fields and few values. */
final class GeneratedScripts {

    private static final List<String> PATHS = List.of("a", "b", "a.x", "a.y", "b.x", "a.0", "_id");

    private final GeneratedValues values;
    private final Arbitrary<Object> scalars;

    private GeneratedScripts(GeneratedValues values) {
        this.values = values;
        scalars = values.scalars();
    }

    static Arbitrary<List<Document>> scripts() {
        return GeneratedValues.allScalars()
                .list()
                .ofSize(4)
                .map(GeneratedValues::new)
                .flatMap(values -> new GeneratedScripts(values).script());
    }

    private Arbitrary<List<Document>> script() {
        return Arbitraries.frequencyOf(
                        Tuple.of(3, inserts()),
                        Tuple.of(3, updates()),
                        Tuple.of(1, deletes()),
                        Tuple.of(1, findsAndModifies()),
                        Tuple.of(2, indexes()),
                        Tuple.of(6, queries()))
                .list()
                .ofMinSize(10)
                .ofMaxSize(30);
    }

    private Arbitrary<Document> inserts() {
        return values.documents()
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(documents -> new Document("insert", "").append("documents", documents))
                .map(insert -> insert.append("ordered", false));
    }

    private Arbitrary<Document> updates() {
        var statement = Arbitraries.frequencyOf(
                Tuple.of(2, Combinators.combine(filters(), changes()).as((q, u) -> statement(q, u, "multi"))),
                Tuple.of(2, Combinators.combine(ids(), changes()).as((q, u) -> statement(q, u, "upsert"))),
                Tuple.of(1, Combinators.combine(ids(), replacements()).as((q, u) -> statement(q, u, "upsert"))));
        return statement
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(statements -> new Document("update", "").append("updates", statements))
                .map(update -> update.append("ordered", false));
    }

    private static Document statement(Document filter, Document update, String option) {
        return new Document("q", filter).append("u", update).append(option, true);
    }

    private static Arbitrary<Document> ids() {
        return Arbitraries.of(GeneratedValues.IDS).map(id -> new Document("_id", id));
    }

    private Arbitrary<Document> replacements() {
        return GeneratedValues.fields(List.of("a", "b"), values.values(2));
    }

    private Arbitrary<Document> changes() {
        var path = Arbitraries.of("a", "b", "a.x", "b.x");
        return Arbitraries.frequencyOf(
                Tuple.of(3, change("$set", path, values.values(2))),
                Tuple.of(1, change("$unset", path, Arbitraries.just(1))),
                Tuple.of(2, change("$inc", path, Arbitraries.of(1, 1L, 0.5))),
                Tuple.of(2, change("$push", path, values.elements(1))),
                Tuple.of(1, change("$addToSet", path, scalars)),
                Tuple.of(1, change("$pull", path, scalars)),
                Tuple.of(1, change("$pop", path, Arbitraries.of(1, -1))));
    }

    private static Arbitrary<Document> change(String operator, Arbitrary<String> path, Arbitrary<?> value) {
        return Combinators.combine(path, value).as((to, it) -> new Document(operator, new Document(to, it)));
    }

    private Arbitrary<Document> deletes() {
        return Combinators.combine(filters(), ids(), Arbitraries.of(true, false))
                .as((filter, id, one) -> new Document("q", one ? id : filter).append("limit", one ? 1 : 0))
                .map(statement -> new Document("delete", "").append("deletes", List.of(statement)));
    }

    private Arbitrary<Document> findsAndModifies() {
        return Combinators.combine(filters(), sorts(), changes(), Arbitraries.of(true, false))
                .as((filter, sort, change, after) -> new Document("findAndModify", "")
                        .append("query", filter)
                        .append("sort", sort)
                        .append("update", change)
                        .append("new", after));
    }

    private static Arbitrary<Document> indexes() {
        var index = Combinators.combine(
                        keys(3), Arbitraries.of(true, false, false, false), Arbitraries.of(true, false, false))
                .as((key, unique, sparse) -> new Document("key", key)
                        .append("name", key.toString())
                        .append("unique", unique)
                        .append("sparse", sparse));
        return Arbitraries.frequencyOf(
                Tuple.of(5, index.map(it -> new Document("createIndexes", "").append("indexes", List.of(it)))),
                Tuple.of(1, Arbitraries.just(new Document("dropIndexes", "").append("index", "*"))));
    }

    private static Arbitrary<Document> keys(int most) {
        return Arbitraries.maps(Arbitraries.of(PATHS), Arbitraries.of(1, -1))
                .ofMinSize(1)
                .ofMaxSize(most)
                .map(Document::new);
    }

    /** Total: ends with the id. */
    private static Arbitrary<Document> sorts() {
        return Combinators.combine(keys(2), Arbitraries.of(1, -1)).as((key, direction) -> {
            var sort = new LinkedHashMap<String, Object>(key);
            sort.putIfAbsent("_id", direction);
            return new Document(sort);
        });
    }

    private Arbitrary<Document> queries() {
        var filters = filters();
        var find = Combinators.combine(
                        filters,
                        sorts(),
                        Arbitraries.of(0, 0, 1, 3),
                        Arbitraries.of(0, 0, 1, 3),
                        Arbitraries.of(0, 2, 3),
                        Arbitraries.of("{}", "{}", "{a: 1}", "{b: 0}", "{_id: 0, 'a.x': 1}"))
                .as((filter, sort, skip, limit, batch, projection) -> new Document("find", "")
                        .append("filter", filter)
                        .append("sort", sort)
                        .append("skip", skip)
                        .append("limit", limit)
                        .append("batchSize", batch)
                        .append("projection", Document.parse(projection)));
        return Arbitraries.frequencyOf(
                Tuple.of(6, find),
                Tuple.of(2, filters.map(filter -> new Document("find", "").append("filter", filter))),
                Tuple.of(1, filters.map(filter -> new Document("count", "").append("query", filter))),
                Tuple.of(
                        1,
                        Combinators.combine(filters, Arbitraries.of(PATHS))
                                .as((filter, key) -> new Document("distinct", "")
                                        .append("key", key)
                                        .append("query", filter))));
    }

    private Arbitrary<Document> filters() {
        var fields = Arbitraries.maps(Arbitraries.of(PATHS), conditions())
                .ofMinSize(0)
                .ofMaxSize(2)
                .map(Document::new);
        var parts = fields.list().ofMinSize(1).ofMaxSize(2);
        return Arbitraries.frequencyOf(
                Tuple.of(6, fields),
                Tuple.of(1, parts.map(several -> new Document("$or", several))),
                Tuple.of(1, parts.map(several -> new Document("$and", several))));
    }

    private Arbitrary<Object> conditions() {
        var ranges = Arbitraries.maps(Arbitraries.of("$gt", "$gte", "$lt", "$lte"), scalars)
                .ofMinSize(1)
                .ofMaxSize(2)
                .map(Document::new);
        var several = scalars.list().ofMinSize(1).ofMaxSize(3);
        return Arbitraries.frequencyOf(
                Tuple.of(4, scalars),
                Tuple.of(1, values.values(1)),
                Tuple.of(4, ranges.map(it -> it)),
                Tuple.of(2, several.map(in -> new Document("$in", in))),
                Tuple.of(1, several.map(in -> new Document("$nin", in))),
                Tuple.of(1, scalars.map(value -> new Document("$ne", value))),
                Tuple.of(1, Arbitraries.of(true, false).map(it -> new Document("$exists", it))),
                Tuple.of(1, ranges.map(range -> new Document("$elemMatch", range))),
                Tuple.of(1, ranges.map(range -> new Document("$elemMatch", new Document(Map.of("x", range))))));
    }
}

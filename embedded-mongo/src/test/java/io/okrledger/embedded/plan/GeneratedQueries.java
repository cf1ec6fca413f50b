package io.okrledger.embedded.plan;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import io.okrledger.embedded.index.IndexShape;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Filters and sorts over the fields of {@link GeneratedData}. */
final class GeneratedQueries {

    private final GeneratedData data;
    private final List<Document> documents;
    private final List<IndexShape> shapes;
    private final Arbitrary<String> paths;

    /** @param shapes whose fields are asked for most */
    GeneratedQueries(GeneratedData data, List<Document> documents, List<IndexShape> shapes) {
        this.data = data;
        this.documents = documents;
        this.shapes = shapes;
        this.paths = Arbitraries.frequencyOf(
                Tuple.of(
                        4,
                        Arbitraries.of(shapes.stream()
                                .flatMap(shape -> FittingFilters.pathsOf(shape).stream())
                                .toList())),
                Tuple.of(1, GeneratedData.paths()));
    }

    Arbitrary<Document> filters() {
        return Arbitraries.frequencyOf(
                Tuple.of(9, Arbitraries.randomValue(random -> new FittingFilters(random).filterOf(documents, shapes))),
                Tuple.of(6, fields()),
                Tuple.of(1, lists(fields()).map(parts -> new Document("$and", parts))),
                Tuple.of(
                        1,
                        Combinators.combine(fields(), lists(fields()))
                                .as((field, parts) -> field.append("$or", parts))),
                Tuple.of(
                        1,
                        Combinators.combine(fields(), lists(fields()))
                                .as((field, parts) -> field.append("$and", parts))));
    }

    Arbitrary<Document> sorts() {
        return documents(paths, Arbitraries.of(1, -1, 1L, -1.0)).map(Document::new);
    }

    private Arbitrary<Document> fields() {
        return documents(paths, conditions(true));
    }

    private static Arbitrary<Document> documents(Arbitrary<String> names, Arbitrary<?> values) {
        return Arbitraries.frequency(Tuple.of(4, 1), Tuple.of(2, 2), Tuple.of(1, 3), Tuple.of(1, 0))
                .flatMap(size -> Arbitraries.maps(names, values).ofSize(size))
                .map(Document::new);
    }

    private Arbitrary<Object> conditions(boolean withElements) {
        return Arbitraries.frequencyOf(
                Tuple.of(4, data.scalars()),
                Tuple.of(1, data.values(1, true)),
                Tuple.of(1, Arbitraries.just(new BsonRegularExpression("a", ""))),
                Tuple.of(5, operators().map(document -> document)),
                Tuple.of(withElements ? 3 : 0, withElements ? elements() : Arbitraries.just(1)));
    }

    private Arbitrary<Object> elements() {
        var inner = Arbitraries.oneOf(
                operators(), documents(Arbitraries.of("x", "y", "0", "x.y", "0.x"), conditions(false)));
        return Combinators.combine(
                        inner,
                        Arbitraries.frequencyOf(
                                Tuple.of(6, Arbitraries.just(new Document())), Tuple.of(1, operators())))
                .as((element, others) -> new Document("$elemMatch", element).appendAll(others));
    }

    private Arbitrary<Document> operators() {
        var ranges = Arbitraries.of("$gt", "$gte", "$lt", "$lte");
        return Arbitraries.frequencyOf(
                Tuple.of(
                        6,
                        Arbitraries.maps(ranges, data.scalars())
                                .ofMinSize(1)
                                .ofMaxSize(2)
                                .map(Document::new)),
                Tuple.of(2, operator("$eq", data.values(1, true))),
                Tuple.of(3, operator("$in", lists(data.scalars()))),
                Tuple.of(1, operator("$in", lists(data.values(1, true)))),
                Tuple.of(2, mixed()));
    }

    private Arbitrary<Document> mixed() {
        var comparison = operator("$gte", data.scalars());
        var other = Arbitraries.oneOf(
                operator("$ne", data.values(1, true)),
                operator("$nin", lists(data.scalars())),
                operator("$in", lists(data.scalars())),
                operator("$all", lists(data.scalars())),
                operator("$exists", Arbitraries.of(true, false)),
                operator("$size", Arbitraries.of(0, 1, 2)),
                operator("$type", Arbitraries.of("number", "string", "null")),
                operator("$regex", Arbitraries.of("a", "^1")),
                operator("$not", comparison));
        return Combinators.combine(other, comparison, Arbitraries.of(0, 1, 2))
                .as((document, more, position) -> switch (position) {
                    case 0 -> document;
                    case 1 -> new Document(document).appendAll(more);
                    default -> new Document(more).appendAll(document);
                });
    }

    private static Arbitrary<Document> operator(String name, Arbitrary<?> operand) {
        return operand.map(value -> new Document(name, value));
    }

    private static <T> Arbitrary<List<T>> lists(Arbitrary<T> elements) {
        return elements.list().ofMinSize(1).ofMaxSize(3);
    }
}

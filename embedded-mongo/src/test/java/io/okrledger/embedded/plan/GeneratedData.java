package io.okrledger.embedded.plan;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import io.okrledger.embedded.index.IndexShape;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Documents and indexes over few fields and few values, so that many of them meet. */
final class GeneratedData {

    /** The first of them come often. */
    private static final List<String> PATHS =
            List.of("a", "b", "a.x", "a.y", "_id", "b.x", "b.y", "a.0", "a.0.x", "a.x.y");

    private static final List<Object> IDS = List.of(
            0, "b", 2L, 0.5, new Document("x", 1), 5_000_000_000L, 5_000_000_000.5, true, "a", new ObjectId(), 3, "");

    private final Arbitrary<Object> scalars;

    /** @param scalars few, so that the same ones come in documents and in filters */
    GeneratedData(List<Object> scalars) {
        this.scalars = Arbitraries.of(scalars);
    }

    Arbitrary<Object> scalars() {
        return scalars;
    }

    Arbitrary<Object> values(int depth, boolean arrays) {
        return depth == 0
                ? scalars()
                : Arbitraries.frequencyOf(
                        Tuple.of(6, scalars()),
                        Tuple.of(4, objects(depth - 1, arrays)),
                        Tuple.of(arrays ? 6 : 0, elements(depth - 1).list().ofMaxSize(3)));
    }

    private Arbitrary<Object> elements(int depth) {
        return Arbitraries.frequencyOf(
                Tuple.of(4, scalars()),
                Tuple.of(4, objects(depth, true)),
                Tuple.of(1, Arbitraries.of(List.of(), List.of("deep"))));
    }

    private Arbitrary<Object> objects(int depth, boolean arrays) {
        return fields(List.of("x", "y", "0"), values(depth, arrays)).map(document -> document);
    }

    Arbitrary<List<Document>> collections() {
        return Arbitraries.of(true, false)
                .flatMap(arrays -> fields(List.of("a", "b"), values(2, arrays))
                        .list()
                        .ofMinSize(IDS.size() / 2)
                        .ofMaxSize(IDS.size()))
                .map(GeneratedData::withIds);
    }

    private static List<Document> withIds(List<Document> documents) {
        var ids = IDS.iterator();
        return documents.stream()
                .map(document -> new Document("_id", ids.next()).appendAll(document))
                .toList();
    }

    private static Arbitrary<Document> fields(List<String> names, Arbitrary<Object> values) {
        var present = Arbitraries.of(true, true, true, false).list().ofSize(names.size());
        return Combinators.combine(values.list().ofSize(names.size()), present).as((all, there) -> {
            var document = new Document();
            for (var i = 0; i < names.size(); i++) {
                if (there.get(i)) {
                    document.append(names.get(i), all.get(i));
                }
            }
            return document;
        });
    }

    static Arbitrary<String> paths() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.of(PATHS.subList(0, 4))), Tuple.of(1, Arbitraries.of(PATHS)));
    }

    static Arbitrary<IndexShape> shapes() {
        var keys = Combinators.combine(paths(), Arbitraries.of(true, false)).as(IndexKey::new);
        return Combinators.combine(
                        keys.list().ofMinSize(1).ofMaxSize(3).uniqueElements(IndexKey::getKey),
                        Arbitraries.of(true, false, false))
                .as(IndexShape::new);
    }
}

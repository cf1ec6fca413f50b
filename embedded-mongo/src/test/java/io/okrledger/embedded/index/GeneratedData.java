package io.okrledger.embedded.index;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
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

    static Arbitrary<Object> numbers() {
        return Arbitraries.of(
                0,
                1,
                2,
                3,
                1L,
                2.0,
                0.5,
                1.5,
                -0.0,
                -1,
                Integer.MAX_VALUE,
                Integer.MAX_VALUE + 0.5,
                5_000_000_000L,
                5_000_000_000.5,
                -5_000_000_000L,
                -5_000_000_000.5,
                -5_000_000_001L,
                1L << 53,
                (1L << 53) + 1,
                (1L << 53) + 2,
                0x1p53,
                Long.MAX_VALUE,
                Long.MIN_VALUE,
                0x1p63,
                -0x1p63,
                1e30,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                new Decimal128(BigDecimal.ONE),
                new Decimal128(new BigDecimal("1.50")),
                new Decimal128(new BigDecimal("5000000000")),
                Decimal128.NEGATIVE_ZERO,
                Decimal128.NaN);
    }

    static Arbitrary<Object> allScalars() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.of(0, 1, 2, 3)),
                Tuple.of(3, numbers()),
                Tuple.of(3, Arbitraries.of("", "a", "b", "a\0", "\u00e4", "\ud83d\ude00", "\uffff")),
                Tuple.of(2, Arbitraries.of(true, false, MinKey.getInstance(), MaxKey.getInstance())),
                Tuple.of(
                        1,
                        Arbitraries.of(
                                Instant.EPOCH,
                                Instant.ofEpochMilli(-1),
                                Instant.ofEpochMilli(1),
                                new BsonTimestamp(1),
                                new BsonTimestamp(-1),
                                new ObjectId("00000000000000000000000f"),
                                new ObjectId("ff0000000000000000000000"),
                                new UUID(1, 2),
                                new UUID(-1, 2),
                                new BinData(new byte[] {1}),
                                new BinData(new byte[] {0, 1}))),
                Tuple.of(1, Arbitraries.just(null)));
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

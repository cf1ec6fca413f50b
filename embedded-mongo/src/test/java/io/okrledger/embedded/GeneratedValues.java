package io.okrledger.embedded;

import java.util.Date;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.bson.BsonMaxKey;
import org.bson.BsonMinKey;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.ObjectId;

/** Documents of few fields and few values, so that many of them meet. */
final class GeneratedValues {

    static final List<Object> IDS = List.of(
            0,
            1,
            2L,
            3.5,
            "a",
            "a\0",
            "\ud83d\ude00",
            new Document("x", 1),
            true,
            new Date(0),
            new ObjectId("0".repeat(24)),
            7);

    private final Arbitrary<Object> scalars;

    /** @param scalars few */
    GeneratedValues(List<Object> scalars) {
        this.scalars = Arbitraries.of(scalars);
    }

    Arbitrary<Object> scalars() {
        return scalars;
    }

    static Arbitrary<Object> allScalars() {
        return Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.of(0, 1, 2, 3)),
                Tuple.of(
                        3,
                        Arbitraries.of(
                                1L,
                                2.0,
                                0.5,
                                -0.0,
                                -1,
                                5_000_000_000L,
                                5_000_000_000.5,
                                (1L << 53) + 1,
                                (1L << 53) + 2,
                                0x1p53,
                                Long.MAX_VALUE,
                                Long.MIN_VALUE,
                                Double.NaN,
                                Double.NEGATIVE_INFINITY)),
                Tuple.of(3, Arbitraries.of("", "a", "b", "a\0", "a\0b", "\u00e4", "\ud83d\ude00", "\uffff")),
                Tuple.of(
                        2,
                        Arbitraries.of(
                                true,
                                false,
                                new Date(0),
                                new Date(-1),
                                new ObjectId("f".repeat(24)),
                                new Binary(new byte[] {1}),
                                new BsonMinKey(),
                                new BsonMaxKey())),
                Tuple.of(1, Arbitraries.just(null)));
    }

    Arbitrary<Document> documents() {
        return Combinators.combine(Arbitraries.of(IDS), fields(List.of("a", "b"), values(2)))
                .as((id, fields) -> {
                    var document = new Document("_id", id);
                    document.putAll(fields);
                    return document;
                });
    }

    Arbitrary<Object> values(int depth) {
        return depth == 0
                ? scalars
                : Arbitraries.frequencyOf(
                        Tuple.of(6, scalars),
                        Tuple.of(2, objects(depth - 1)),
                        Tuple.of(2, elements(depth - 1).list().ofMaxSize(3)));
    }

    Arbitrary<Object> elements(int depth) {
        return Arbitraries.oneOf(scalars, objects(depth));
    }

    Arbitrary<Object> objects(int depth) {
        return fields(List.of("x", "y"), values(depth)).map(document -> document);
    }

    static Arbitrary<Document> fields(List<String> names, Arbitrary<Object> values) {
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
}

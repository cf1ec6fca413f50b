package io.okrledger.embedded.order;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Values without parts, where orders tend to go wrong. */
public final class GeneratedScalars {

    private GeneratedScalars() {}

    public static Arbitrary<Object> all() {
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

    private static Arbitrary<Object> numbers() {
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
}

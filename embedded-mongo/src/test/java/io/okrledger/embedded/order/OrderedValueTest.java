package io.okrledger.embedded.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonJavaScript;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.exception.BadValueException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OrderedValueTest {

    @Test
    void typesComeInTheOrderOfMongoDb() {
        assertOrdered(
                MinKey.getInstance(),
                Kind.EmptyArray.INSTANCE,
                null,
                Double.NEGATIVE_INFINITY,
                Double.NaN,
                "",
                new Document(),
                List.of(),
                new BinData(new byte[0]),
                new LegacyUUID(1, 1),
                new UUID(0, 0),
                new ObjectId("000000000000000000000000"),
                false,
                true,
                Instant.EPOCH,
                new BsonTimestamp(0),
                new BsonRegularExpression("a"),
                new BsonRegularExpression("a", "i"),
                MaxKey.getInstance());
    }

    @Test
    void longsStayApartWhereDoublesDoNot() {
        assertOrdered(
                Double.NEGATIVE_INFINITY,
                Long.MIN_VALUE,
                Long.MIN_VALUE + 1,
                -(1L << 53) - 1,
                -0x1p53,
                0,
                0x1p53,
                (1L << 53) + 1,
                0x1p53 + 2,
                Long.MAX_VALUE - 1,
                Long.MAX_VALUE,
                0x1p63,
                decimal("1e300"),
                Double.POSITIVE_INFINITY,
                Double.NaN);
    }

    @Test
    void equalNumbersAreTheSameInEveryType() {
        assertThat(Stream.of(3, 3L, 3.0, decimal("3.00"), (short) 3).map(OrderedValue::of))
                .containsOnly(OrderedValue.of(3));
        assertThat(Stream.of(0, -0.0, Decimal128.NEGATIVE_ZERO).map(OrderedValue::of))
                .containsOnly(OrderedValue.of(0L));
        assertThat(OrderedValue.of(Decimal128.NaN)).isEqualTo(OrderedValue.of(Double.NaN));
    }

    @Test
    void aDecimalBetweenTwoDoublesLiesBetweenThem() {
        assertOrdered(Math.nextDown(0.1), decimal("0.1"), 0.1, decimal("0.1000000000000000055511151231257828"));
        assertOrdered(
                5, decimal("5.000000000000000000000000000000001"), decimal("5.000000000000000000000000000000002"));
    }

    @Test
    void nullAndMissingAreTheSame() {
        assertThat(OrderedValue.of(Missing.getInstance())).isEqualTo(OrderedValue.of(null));
    }

    @Test
    void textsMayHoldAnyCharacter() {
        assertOrdered("", "\0", "\0\0", "\1", "a", "a\0", "a\0b", "a\1", "ab", "\u00e4", "\ud83d\ude00", "\uffff");
    }

    @Test
    void documentsAreComparedByTypeThenNameThenValue() {
        assertOrdered(
                new Document(),
                new Document("b", 9),
                new Document("b", 9).append("a", 1),
                new Document("c", 0),
                new Document("a", ""),
                new Document("a", new Document("x", 1)),
                new Document("a", new Document("x", 2)));
    }

    @Test
    void shorterBinariesComeFirst() {
        assertOrdered(new BinData(new byte[] {9}), new BinData(new byte[] {0, 0}), new BinData(new byte[] {0, -1}));
    }

    @Test
    void refusesWhatHasNoPlaceInTheOrder() {
        for (var value : List.of(
                new BsonJavaScript("1"), decimal("1e400"), decimal("1e-320"), new Document("a", decimal("-1e400")))) {
            assertThatExceptionOfType(BadValueException.class)
                    .isThrownBy(() -> OrderedValue.of(value))
                    .withMessageContaining("'_id'")
                    .withMessageContaining(value.getClass().getSimpleName());
        }
    }

    private static Decimal128 decimal(String value) {
        return new Decimal128(new BigDecimal(value));
    }

    private static void assertOrdered(Object... values) {
        var bytes = Arrays.stream(values).map(OrderedValue::of).toList();
        for (var i = 1; i < bytes.size(); i++) {
            assertThat(Arrays.compareUnsigned(bytes.get(i - 1), bytes.get(i)))
                    .as("%s before %s", values[i - 1], values[i])
                    .isNegative();
        }
    }
}

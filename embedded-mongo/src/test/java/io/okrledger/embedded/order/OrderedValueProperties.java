package io.okrledger.embedded.order;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import java.math.BigDecimal;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class OrderedValueProperties {

    private static final ReferenceOrder REFERENCE = new ReferenceOrder();

    @Property
    void bytesAreOrderedAsTheValues(@ForAll("values") Object left, @ForAll("values") Object right) {
        assertThat(Integer.signum(Arrays.compareUnsigned(OrderedValue.of(left), OrderedValue.of(right))))
                .isEqualTo(Integer.signum(REFERENCE.compare(left, right)));
    }

    @Property
    void numbersOfAllTypesAreOrderedExactly(@ForAll("numbers") Number left, @ForAll("numbers") Number right) {
        bytesAreOrderedAsTheValues(left, right);
    }

    @Property
    void textsAreOrderedByTheirCodeUnits(@ForAll("texts") String left, @ForAll("texts") String right) {
        bytesAreOrderedAsTheValues(left, right);
    }

    @Property
    void noValueIsThePrefixOfAnother(@ForAll("values") Object left, @ForAll("values") Object right) {
        var bytes = OrderedValue.of(left);
        var others = OrderedValue.of(right);

        assertThat(Arrays.mismatch(bytes, others)).isLessThan(Math.min(bytes.length, others.length));
        assertThat(bytes[0]).isNotEqualTo((byte) 0xFF);
    }

    @Property
    void aDescendingFieldTurnsTheOrderAndLeavesTheNextFieldAlone(
            @ForAll("values") Object left,
            @ForAll("values") Object right,
            @ForAll("values") Object leftNext,
            @ForAll("values") Object rightNext) {
        var turned = REFERENCE.compare(right, left);

        assertThat(Integer.signum(Arrays.compareUnsigned(key(left, leftNext), key(right, rightNext))))
                .isEqualTo(Integer.signum(turned == 0 ? REFERENCE.compare(leftNext, rightNext) : turned));
    }

    private static byte[] key(Object descending, Object ascending) {
        var key = new KeyWriter();
        key.write(descending, false);
        key.write(ascending, true);
        return key.toBytes();
    }

    @Provide
    static Arbitrary<Object> values() {
        return Arbitraries.lazyOf(
                GeneratedScalars::all,
                () -> numbers().map(number -> number),
                () -> texts().map(text -> text),
                () -> values().list().ofMaxSize(3).map(list -> list),
                () -> Arbitraries.maps(Arbitraries.of("a", "b", "a\0"), values())
                        .ofMaxSize(2)
                        .map(Document::new));
    }

    @Provide
    static Arbitrary<Number> numbers() {
        var longs = Arbitraries.longs();
        return Arbitraries.oneOf(
                Arbitraries.integers().map(number -> number),
                longs.map(number -> number),
                longs.map(Long::doubleValue),
                Arbitraries.integers().between(-3, 3).map(near -> (1L << 53) + near),
                Arbitraries.integers().between(-3, 3).map(near -> 0x1p53 + near),
                Arbitraries.doubles().map(number -> number),
                decimals());
    }

    private static Arbitrary<Number> decimals() {
        return Arbitraries.bigIntegers()
                .between(
                        BigDecimal.TEN.pow(33).negate().toBigInteger(),
                        BigDecimal.TEN.pow(33).toBigInteger())
                .flatMap(digits -> Arbitraries.of(0, 1, 33, -200, 300)
                        .map(scale -> new Decimal128(new BigDecimal(digits, scale))));
    }

    @Provide
    static Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars('\0', '\1', '\2', 'a', '\u007f', '\u0080', '\u07ff', '\u0800', '\ud83d', '\ude00', '\uffff')
                .ofMaxLength(4);
    }
}

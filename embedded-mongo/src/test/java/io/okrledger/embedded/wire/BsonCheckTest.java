package io.okrledger.embedded.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import io.netty.buffer.Unpooled;
import io.okrledger.embedded.collection.Bson;
import io.okrledger.embedded.collection.EveryKind;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BsonCheckTest {

    private static final byte[] BYTES = Bson.bytes(EveryKind.document());

    @Test
    void takesEveryKindOfValue() {
        BsonCheck.requireReadable(BYTES);
        BsonCheck.requireReadable(Bson.bytes(new Document()));
    }

    @Test
    void refusesWhatIsCutOffOrGoesOn() {
        for (var length = 0; length < BYTES.length; length++) {
            assertRefused(Arrays.copyOf(BYTES, length));
        }
        assertRefused(Arrays.copyOf(BYTES, BYTES.length + 1));
    }

    /** A byte that is changed may make another document of it, but nothing that cannot be read. */
    @Property(tries = 3_000)
    void whatItTakesCanBeRead(@ForAll @IntRange(max = 1 << 20) int at, @ForAll byte value) {
        var changed = BYTES.clone();
        changed[at % changed.length] = value;
        var taken = isTaken(changed);
        Statistics.collect(taken);
        if (taken) {
            assertThat(Bson.bytes(BsonDecoder.decodeBson(Unpooled.wrappedBuffer(changed))))
                    .isNotEmpty();
        }
    }

    private static boolean isTaken(byte[] bytes) {
        try {
            BsonCheck.requireReadable(bytes);
            return true;
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    @Test
    void refusesTwoFieldsOfOneName() {
        var two = Bson.bytes(new Document("one", 1).append("two", 2));
        var same = new String(two, ISO_8859_1).replace("two", "one").getBytes(ISO_8859_1);
        assertRefused(same);
    }

    @Test
    void takesManyFieldsAndNamesThatOnlyLookAlike() {
        var many = new Document("Aa", 1).append("BB", 2);
        for (var i = 0; i < 300; i++) {
            many.append("field" + i, new Document("field", List.of(i)));
        }
        assertThat(BsonCheck.requireReadable(Bson.bytes(many)).hasPlainNames()).isTrue();
    }

    @Test
    void refusesWhatIsNestedWithoutEnd() {
        var nested = new Document();
        for (var depth = 1; depth < 200; depth++) {
            nested = new Document("in", nested);
        }
        BsonCheck.requireReadable(Bson.bytes(nested));
        assertRefused(Bson.bytes(new Document("in", nested)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$set", "a.b", ".", "$"})
    void tellsNamesOfOperatorsAndPathsFromOthers(String name) {
        for (var document : List.of(
                new Document(name, 1),
                new Document("a", 1).append("b", new Document(name, 1)),
                new Document("a", List.of(new Document("b", 1), new Document(name, 1))))) {
            assertThat(BsonCheck.requireReadable(Bson.bytes(document)).hasPlainNames())
                    .isFalse();
        }
        assertThat(BsonCheck.requireReadable(Bson.bytes(new Document("a$", name).append("", 1)))
                        .hasPlainNames())
                .isTrue();
    }

    private static void assertRefused(byte[] bytes) {
        assertThatIllegalArgumentException().isThrownBy(() -> BsonCheck.requireReadable(bytes));
    }
}

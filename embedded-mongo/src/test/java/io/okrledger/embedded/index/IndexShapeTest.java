package io.okrledger.embedded.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.BsonJavaScript;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.BadValueException;
import de.bwaldvogel.mongo.exception.CannotIndexParallelArraysError;
import io.okrledger.embedded.order.KeyWriter;
import io.okrledger.embedded.order.Kind;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class IndexShapeTest {

    private static final IndexShape STREAMS = over("streams.id", "streams.from");

    @Test
    void aPathLeadsThroughDocuments() {
        var document = new Document("a", new Document("b", new Document("c", 1)));

        assertThat(over("a.b.c").entriesOf(document).keys()).containsExactly(key(1));
        assertThat(over("a.b.c").entriesOf(document).fromArray()).isFalse();
    }

    @Test
    void aFieldThatIsNotThereIsNull() {
        assertThat(over("a", "b.c").entriesOf(new Document("b", 5)).keys()).containsExactly(key(null, null));
    }

    @Test
    void anArrayHasAnEntryForEachDistinctElementInOrder() {
        var entries = over("a").entriesOf(new Document("a", List.of(3, 1, 2.0, 2, List.of(0))));

        assertThat(entries.keys()).containsExactly(key(1), key(2), key(3), key(List.of(0)));
        assertThat(entries.fromArray()).isTrue();
    }

    @Test
    void anEmptyArrayHasAnEntryOfItsOwn() {
        var entries = over("a").entriesOf(new Document("a", List.of()));

        assertThat(entries.keys()).containsExactly(key(Kind.EmptyArray.INSTANCE));
        assertThat(entries.fromArray()).isTrue();
        assertThat(over("a.b").entriesOf(new Document("a", List.of())).keys()).containsExactly(key((Object) null));
    }

    @Test
    void fieldsInOneArrayGoTogether() {
        var document = new Document(
                "streams",
                List.of(new Document("id", "b").append("from", 1), new Document("id", "a").append("from", 9), "odd"));

        assertThat(STREAMS.entriesOf(document).keys()).containsExactly(key(null, null), key("a", 9), key("b", 1));
    }

    @Test
    void anArrayInAnElementIsTakenApartToo() {
        var document = new Document(
                "streams", List.of(new Document("id", List.of("x", "y")).append("from", 1), new Document("from", 2)));

        assertThat(STREAMS.entriesOf(document).keys()).containsExactly(key(null, 2), key("x", 1), key("y", 1));
    }

    @Test
    void differentArraysInOneDocumentAreRefused() {
        assertThatExceptionOfType(CannotIndexParallelArraysError.class)
                .isThrownBy(() -> over("a", "b.c")
                        .entriesOf(new Document("a", List.of(1)).append("b", List.of(new Document("c", 2)))))
                .withMessageContaining("[b] [a]");
    }

    @Test
    void aNumberInAPathIsAPosition() {
        var document = new Document("a", List.of(new Document("b", 1), new Document("b", 2)));

        assertThat(over("a.1.b").entriesOf(document).keys()).containsExactly(key(2));
        assertThat(over("a.1.b").entriesOf(document).fromArray()).isFalse();
        assertThat(over("a.7.b").entriesOf(document).keys()).containsExactly(key((Object) null));
        assertThat(over("a.99999999999.b").entriesOf(document).keys()).containsExactly(key((Object) null));
    }

    @Test
    void aSparseIndexHasNoEntryWhenNoFieldIsThere() {
        var sparse = new IndexShape(over("a", "b.c").fields(), true);

        assertThat(sparse.entriesOf(new Document("b", List.of(new Document()))).keys())
                .isEmpty();
        assertThat(sparse.entriesOf(new Document("a", null)).keys()).containsExactly(key(null, null));
    }

    @Test
    void aValueWithoutOrderIsRefusedByTheNameOfItsField() {
        assertThatExceptionOfType(BadValueException.class)
                .isThrownBy(() ->
                        over("x", "a.b").entriesOf(new Document("a", new Document("b", new BsonJavaScript("1")))))
                .withMessageContaining("'a.b'")
                .withMessageContaining("BsonJavaScript");
    }

    private static IndexShape over(String... paths) {
        return new IndexShape(
                Arrays.stream(paths).map(path -> new IndexKey(path, true)).toList(), false);
    }

    private static byte[] key(Object... values) {
        var key = new KeyWriter();
        Arrays.stream(values).forEach(value -> key.write(value, true));
        return key.toBytes();
    }
}

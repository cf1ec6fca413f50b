package io.okrledger.embedded.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.BadValueException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SortOrderTest {

    @Test
    void sortsByFieldAfterField() {
        assertThat(sorted(
                        new Document("a", 1).append("b", -1),
                        new Document("a", 2).append("b", 1),
                        new Document("a", 1).append("b", 1),
                        new Document("a", 1).append("b", 2)))
                .extracting(document -> document.get("a"), document -> document.get("b"))
                .hasToString("[(1, 2), (1, 1), (2, 1)]");
    }

    @Test
    void anArrayCountsAsItsSmallestElementAndDescendingAsItsGreatest() {
        assertThat(sorted(new Document("a", 1), 2, List.of(1, 9), List.of(), null, 0))
                .containsExactly(List.of(), null, 0, List.of(1, 9), 2);
        assertThat(sorted(new Document("a", -1), 2, List.of(1, 9), List.of(), null, 10))
                .containsExactly(10, List.of(1, 9), 2, null, List.of());
    }

    @Test
    void decimalsBeyondTheDoublesCountAsTheLastOfThem() {
        var huge = new Decimal128(new BigDecimal("1e400"));

        assertThat(sorted(new Document("a", 1), Double.POSITIVE_INFINITY, huge, 1e308))
                .containsExactly(1e308, huge, Double.POSITIVE_INFINITY);
    }

    @Test
    void refusesADirectionThatIsNoNumber() {
        assertThatExceptionOfType(BadValueException.class)
                .isThrownBy(() -> SortOrder.of(new Document("a", "down")))
                .withMessageContaining("'a'");
    }

    @Test
    void refusesDocumentsWithDifferentArrays() {
        var order = SortOrder.of(new Document("a", 1).append("b", 1));

        assertThatExceptionOfType(BadValueException.class)
                .isThrownBy(() -> order.keyOf(new Document("a", List.of(1)).append("b", List.of(1))))
                .withMessageContaining("different arrays");
    }

    private static List<Document> sorted(Document sort, Document... documents) {
        var order = SortOrder.of(sort);
        return Stream.of(documents)
                .sorted((left, right) -> Arrays.compareUnsigned(order.keyOf(left), order.keyOf(right)))
                .toList();
    }

    private static List<Object> sorted(Document sort, Object... values) {
        var documents = Stream.of(values).map(value -> new Document("a", value)).toArray(Document[]::new);
        return sorted(sort, documents).stream()
                .map(document -> document.get("a"))
                .toList();
    }
}

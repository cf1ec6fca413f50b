package io.okrledger.query.operations.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.okrledger.embedded.EmbeddedMongo;
import io.okrledger.query.operations.verification.Difference.What;
import io.okrledger.query.support.Fact;
import io.okrledger.query.support.views.View;
import io.okrledger.query.support.views.ViewStores;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is served goes on while it is compared. */
class ComparisonTest {

    private static final String ROWS = "rows";
    private static final long HEAD = 9;

    record Row(String id, String text) implements View {}

    private final EmbeddedMongo mongo = EmbeddedMongo.inMemory();
    private final MongoClient client = MongoClients.create(mongo.connectionString());
    private final ViewStores folded = new ViewStores(client.getDatabase("folded"));
    private final ViewStores served = new ViewStores(client.getDatabase("served"));

    @AfterEach
    void close() {
        client.close();
        mongo.close();
    }

    @Test
    void looksAgainAtWhatHasMovedOn() {
        write(folded, 3, "a", "early");
        write(served, 3, "a", "early");
        write(served, 5, "a", "late");
        write(served, 6, "b", "new");
        var rows = compared(ROWS, 4);
        assertThat(rows.isOpen()).isTrue();

        write(folded, 5, "a", "late");
        rows.again(5);
        assertThat(rows.isOpen()).isTrue();

        write(folded, 6, "b", "new");
        rows.again(6);
        assertThat(rows.isOpen()).isFalse();
        assertThat(rows.differences()).isZero();
        assertThat(rows.documents()).isEqualTo(2);
    }

    @Test
    void namesWhatHasMovedOnToSomethingElse() {
        write(served, 5, "a", "wrong");
        var rows = compared(ROWS, 4);
        assertThat(rows.isOpen()).isTrue();
        write(folded, 5, "a", "right");
        rows.again(5);
        assertThat(rows.named()).containsExactly(new Difference(ROWS, "a", What.OTHER));
    }

    @Test
    void namesWhatWasBegunTooEarly() {
        write(served, 2, "a", "early");
        write(served, 5, "a", "late");
        assertThat(compared(ROWS, 4).named()).containsExactly(new Difference(ROWS, "a", What.TOO_MANY));
    }

    @Test
    void namesWhatLiesBehindTheEndOfTheLog() {
        write(folded, 3, "a", "early");
        write(served, HEAD + 1, "a", "from the future");
        assertThat(compared(ROWS, 4).named()).containsExactly(new Difference(ROWS, "a", What.OTHER));
    }

    @Test
    void leavesFormerVersionsOfLaterAside() {
        write(folded, 3, "a", "early");
        write(served, 3, "a", "early");
        write(served, 5, "a", "late");
        var versions = compared("rows-versions", 4);
        assertThat(versions.isOpen()).isFalse();
        assertThat(versions.differences()).isZero();
    }

    @Test
    void namesAFormerVersionThatIsMissing() {
        write(folded, 3, "a", "early");
        write(folded, 5, "a", "late");
        write(served, 5, "a", "late");
        assertThat(compared("rows-versions", 5).named())
                .containsExactly(new Difference("rows-versions", "a@0000000000000003", What.MISSING));
    }

    @Test
    void walksThroughMoreThanOnePage() {
        for (var number = 0; number < 2_500; number++) {
            write(folded, 1, "row-" + number, "same");
            if (number != 1_999) {
                write(served, 1, "row-" + number, "same");
            }
        }
        var rows = compared(ROWS, 1);
        assertThat(rows.documents()).isEqualTo(2_500);
        assertThat(rows.named()).containsExactly(new Difference(ROWS, "row-1999", What.MISSING));
    }

    private Comparison compared(String collection, long position) {
        folded.openToLookBack(ROWS, Row.class);
        var comparison = new Comparison(collection, folded, served, () -> HEAD);
        comparison.all(position, documents -> {});
        return comparison;
    }

    private static void write(ViewStores stores, long position, String id, String text) {
        var fact = new Fact(position, Instant.EPOCH, Instant.EPOCH, false, "event", 0, "ada", null, null, null, null);
        stores.openToLookBack(ROWS, Row.class).fold(id, fact, before -> new Row(id, text));
    }
}

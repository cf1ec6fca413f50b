package io.okrledger.embedded.command;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.embedded.EmbeddedChannel;
import io.okrledger.embedded.rocks.Engine;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What open cursors hold together is bounded. */
class HeldMemoryTest {

    private static final int DOCUMENTS = 300;
    private static final int ENOUGH_FOR_TWO = DOCUMENTS * 100;

    private final Engine engine = Engine.inMemory();
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private Store store;

    @BeforeEach
    void fill() {
        store = new Store(engine, new Cursors(100, ENOUGH_FOR_TWO));
        var documents = IntStream.range(0, DOCUMENTS).mapToObj(i -> new Document("_id", i).append("a", "a" + i));
        run(new Document("insert", "notes").append("documents", documents.toList()));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private Document run(Document command) {
        return store.run(channel, "test", command).reply();
    }

    private Document find() {
        return new Document("find", "notes").append("batchSize", 1);
    }

    private Document sorted() {
        return find().append("sort", new Document("a", 1));
    }

    private static Document aggregated() {
        return new Document("aggregate", "notes")
                .append("pipeline", List.of(new Document("$match", new Document())))
                .append("cursor", new Document("batchSize", 1));
    }

    private long open(Document command) {
        return (long) ((Document) run(command).get("cursor")).get("id");
    }

    private boolean goesOn(long cursor) {
        var more = new Document("getMore", cursor).append("collection", "notes").append("batchSize", 1);
        return run(more).get("ok").equals(1.0);
    }

    @Test
    void forgetsTheSortThatWasLeftAloneLongest() {
        var first = open(sorted());
        var second = open(sorted());
        assertThat(goesOn(first)).isTrue();
        var third = open(sorted());
        assertThat(goesOn(second)).isFalse();
        assertThat(goesOn(first)).isTrue();
        assertThat(goesOn(third)).isTrue();
    }

    @Test
    void countsTheAnswerOfAnAggregation() {
        var first = open(aggregated());
        var second = open(sorted());
        var third = open(sorted());
        assertThat(goesOn(first)).isFalse();
        assertThat(goesOn(second)).isTrue();
        assertThat(goesOn(third)).isTrue();
    }

    @Test
    void keepsWhatHoldsNothing() {
        var found = open(find());
        var first = open(sorted());
        open(sorted());
        open(sorted());
        assertThat(goesOn(first)).isFalse();
        assertThat(goesOn(found)).isTrue();
    }

    @Test
    void keepsTheOnlyOneThoughItHoldsMore() {
        store = new Store(engine, new Cursors(100, 1));
        var found = open(find());
        var first = open(sorted());
        assertThat(goesOn(first)).isTrue();
        var second = open(sorted());
        assertThat(goesOn(first)).isFalse();
        assertThat(goesOn(second)).isTrue();
        assertThat(goesOn(found)).isTrue();
    }
}

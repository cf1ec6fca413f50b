package io.okrledger.embedded.collection;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExcerptTest {

    private static final Document EVERY_KIND = EveryKind.document();
    private static final byte[] BYTES = Bson.bytes(EVERY_KIND);

    @Test
    void goesPastEveryKindOfValue() {
        for (var name : EVERY_KIND.keySet()) {
            assertThat(Bson.bytes(asked(new Document(name, 1))))
                    .as(name)
                    .isEqualTo(Bson.bytes(new Document(name, EVERY_KIND.get(name))));
        }
        assertThat(asked(new Document("of nobody", 1))).isEmpty();
    }

    @Test
    void hasWhatAnyPartOfAFilterAsksFor() {
        var filter = new Document("long", new Document("$gt", 1))
                .append(
                        "$or",
                        List.of(new Document("double", 1), new Document("$and", List.of(new Document("true", 1)))))
                .append("document.deep.deeper", null)
                .append("$nor", List.of(new Document("text", "a")));
        assertThat(asked(filter)).containsOnlyKeys("long", "double", "true", "document", "text");
    }

    @Test
    void isNoneWhereAnythingMayBeAskedFor() {
        assertThat(Excerpt.askedFor(new Document("$expr", new Document()))).isNull();
        assertThat(Excerpt.askedFor(new Document("$or", List.of(new Document("$where", "1")))))
                .isNull();
        assertThat(Excerpt.askedFor(new Document("$and", 1))).isNull();
    }

    @Test
    void hasWhatAProjectionShows() {
        assertThat(shown(new Document("long", 1).append("document.deep", true)))
                .containsOnlyKeys("_id", "long", "document");
        assertThat(shown(new Document("_id", 1))).containsOnlyKeys("_id");
    }

    @Test
    void isNoneForAProjectionThatLeavesOutOrMakesSomething() {
        assertThat(Excerpt.shownBy(new Document())).isNull();
        assertThat(Excerpt.shownBy(new Document("long", 0))).isNull();
        assertThat(Excerpt.shownBy(new Document("long", 1).append("_id", 0))).isNull();
        assertThat(Excerpt.shownBy(new Document("list", new Document("$slice", 1))))
                .isNull();
    }

    private static Document asked(Document filter) {
        return requireNonNull(Excerpt.askedFor(filter)).of(BYTES);
    }

    private static Document shown(Document projection) {
        return requireNonNull(Excerpt.shownBy(projection)).of(BYTES);
    }
}

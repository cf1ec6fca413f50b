package io.okrledger.query.support.views;

import static org.assertj.core.api.Assertions.assertThat;

import org.bson.RawBsonDocument;
import org.junit.jupiter.api.Test;

class ReadingsTest {

    record Owned(String id, String owner) implements View {}

    private final Readings<Owned> readings = new Readings<>(Owned.class);

    @Test
    void areTheSameForTheSameBytesOnly() {
        var first = readings.read(document("a", "ada"), Documents.ID);
        assertThat(readings.read(document("a", "ada"), Documents.ID)).isSameAs(first);
        assertThat(readings.read(document("b", "ada"), Documents.ID)).isEqualTo(new Owned("b", "ada"));
        assertThat(readings.read(document("a", "bo"), Documents.ID)).isEqualTo(new Owned("a", "bo"));
        assertThat(readings.read(document("a", "ada"), Documents.ID)).isEqualTo(first);
    }

    private static RawBsonDocument document(String id, String owner) {
        return Documents.write(new Owned(id, owner), fields -> fields.writeString(Documents.ID, id));
    }
}

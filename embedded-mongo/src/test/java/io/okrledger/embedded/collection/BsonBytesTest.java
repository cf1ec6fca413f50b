package io.okrledger.embedded.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.Test;

class BsonBytesTest {

    @Test
    void areThoseOfTheLibraryForEveryKindOfValue() {
        var document = EveryKind.document();
        assertThat(ours(document)).isEqualTo(theirs(document));
        assertThat(ours(new Document())).isEqualTo(theirs(new Document()));
    }

    @Test
    void areNoneForANameThatWouldEndTooSoon() {
        var document = new Document("a\0b", 1);
        assertThatThrownBy(() -> ours(document)).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] ours(Document document) {
        var buffer = Unpooled.buffer();
        BsonBytes.write(document, buffer);
        return ByteBufUtil.getBytes(buffer);
    }

    private static byte[] theirs(Document document) {
        var buffer = Unpooled.buffer();
        BsonEncoder.encodeDocument(document, buffer);
        return ByteBufUtil.getBytes(buffer);
    }
}

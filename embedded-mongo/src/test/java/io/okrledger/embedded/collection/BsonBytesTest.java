package io.okrledger.embedded.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BsonBytesTest {

    @Test
    void areThoseOfTheLibraryForEveryKindOfValue() {
        var document = new Document("_id", new ObjectId())
                .append("text", "41 °C, ☂, 𝄞, \0 and \ud800")
                .append("empty", "")
                .append("ümlaut", 1)
                .append("long", 1L << 40)
                .append("double", 0.5)
                .append("true", true)
                .append("null", null)
                .append("at", Instant.ofEpochMilli(1))
                .append("uuid", new UUID(1, 2))
                .append("data", new BinData(new byte[] {3}))
                .append("decimal", Decimal128.ONE)
                .append("timestamp", new BsonTimestamp(Instant.ofEpochSecond(1), 2))
                .append("pattern", new BsonRegularExpression("a.*", "i"))
                .append("min", MinKey.getInstance())
                .append("max", MaxKey.getInstance())
                .append("list", Arrays.asList(1, "two", null, new Document("three", List.of()), List.of(4L)))
                .append("set", Set.of("only"))
                .append("document", new Document("deep", new Document("deeper", new Document())));
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

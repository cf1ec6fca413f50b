package io.okrledger.embedded.collection;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A document with a field of every kind of value. */
public final class EveryKind {

    private EveryKind() {}

    public static Document document() {
        return new Document("_id", new ObjectId())
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
    }
}

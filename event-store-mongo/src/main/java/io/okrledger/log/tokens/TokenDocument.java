package io.okrledger.log.tokens;

import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** How far one segment of a processor has come, and which node has claimed it. */
final class TokenDocument {

    static final String ID = "_id";
    static final String PROCESSOR = "processor";
    static final String SEGMENT = "segment";
    static final String POSITION = "pos";
    static final String TOKEN = "token";
    static final String OWNER = "owner";
    static final String BEAT = "beat";

    private static final String TYPE = "type";
    private static final String DATA = "data";

    private TokenDocument() {}

    static String id(String processor, int segment) {
        return processor + "/" + segment;
    }

    static int segment(BsonDocument document) {
        return document.getInt32(SEGMENT).getValue();
    }

    static long position(@Nullable TrackingToken token) {
        return token == null ? 0 : token.position().orElse(0);
    }

    /** The owner and its newest heartbeat: as long as this stays the same, the owner has not been heard of. */
    static BsonDocument claim(BsonDocument document) {
        return new BsonDocument(OWNER, document.get(OWNER, BsonNull.VALUE))
                .append(BEAT, document.get(BEAT, new BsonInt64(0)));
    }

    /** That of a segment which nobody has claimed yet. */
    static BsonDocument of(String processor, int segment, @Nullable TrackingToken token, Serializer serializer) {
        return new BsonDocument(ID, new BsonString(id(processor, segment)))
                .append(PROCESSOR, new BsonString(processor))
                .append(SEGMENT, new BsonInt32(segment))
                .append(POSITION, new BsonInt64(position(token)))
                .append(TOKEN, token(token, serializer))
                .append(BEAT, new BsonInt64(0));
    }

    static BsonValue token(@Nullable TrackingToken token, Serializer serializer) {
        if (token == null) {
            return BsonNull.VALUE;
        }
        var serialized = serializer.serialize(token, String.class);
        return new BsonDocument(TYPE, new BsonString(serialized.getType().getName()))
                .append(DATA, new BsonString(serialized.getData()));
    }

    static @Nullable TrackingToken token(BsonDocument document, Serializer serializer) {
        if (!(document.get(TOKEN) instanceof BsonDocument token)) {
            return null;
        }
        var type = token.getString(TYPE).getValue();
        return serializer.deserialize(
                new SimpleSerializedObject<>(token.getString(DATA).getValue(), String.class, type, null));
    }
}

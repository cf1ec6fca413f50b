package io.okrledger.embedded.collection;

import static de.bwaldvogel.mongo.wire.BsonConstants.MAX_BSON_OBJECT_SIZE;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;

/** Documents as they are stored: the bytes that a client sends and gets. */
public final class Bson {

    private static final int USUAL_BYTES = 1024;
    private static final int TOO_LARGE = 10334;

    private Bson() {}

    /** @throws MongoServerError when it is larger than what can be read again */
    public static byte[] bytes(Document document) {
        return ByteBufUtil.getBytes(encode(document));
    }

    /** @throws MongoServerError when it is larger than what a client can read */
    static void requireReadable(Document document) {
        encode(document);
    }

    private static ByteBuf encode(Document document) {
        var buffer = Unpooled.buffer(USUAL_BYTES);
        BsonBytes.write(document, buffer);
        requireSize(buffer.readableBytes());
        return buffer;
    }

    /** @throws MongoServerError when it is that of a document that is larger than what can be read again */
    static void requireSize(int bytes) {
        if (bytes > MAX_BSON_OBJECT_SIZE) {
            throw tooLarge("a document has at most " + (MAX_BSON_OBJECT_SIZE >> 20) + " MB");
        }
    }

    /** What a client is told of what is larger than it may be. */
    public static MongoServerError tooLarge(String message) {
        return new MongoServerError(TOO_LARGE, "BSONObjectTooLarge", message);
    }

    static Document document(byte[] bytes) {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
    }
}

package io.okrledger.embedded.wire;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.jspecify.annotations.Nullable;

/**
 * A document as it travels. It stands in a reply where a {@link Document} could stand, and in a
 * command where a client sends what is only to be stored.
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Encoded(byte[] bytes) {

    /**
     * Takes the next document of a message.
     *
     * @throws IllegalArgumentException if it could not be read later
     */
    static Encoded next(ByteBuf in) {
        var encoded = new Encoded(take(in));
        BsonCheck.requireReadable(encoded.bytes);
        return encoded;
    }

    /** The same, if it is a {@link #replacement}; otherwise a {@link Document}. */
    static Object nextUpdate(ByteBuf in) {
        var bytes = take(in);
        var replacement = replacement(bytes);
        return replacement == null ? new Encoded(bytes).document() : replacement;
    }

    /**
     * Null if anything in it has the name of an operator or of a path.
     *
     * @throws IllegalArgumentException if it could not be read later
     */
    public static @Nullable Encoded replacement(byte[] bytes) {
        return BsonCheck.requireReadable(bytes).hasPlainNames() ? new Encoded(bytes) : null;
    }

    private static byte[] take(ByteBuf in) {
        var size = in.getIntLE(in.readerIndex());
        if (size < 0 || size > in.readableBytes()) {
            throw new IllegalArgumentException("a document of " + size + " bytes where there are fewer");
        }
        var bytes = new byte[size];
        in.readBytes(bytes);
        return bytes;
    }

    public Document document() {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
    }
}

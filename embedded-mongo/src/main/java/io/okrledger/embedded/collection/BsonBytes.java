package io.okrledger.embedded.collection;

import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.util.Collection;
import java.util.Map;

/**
 * Writes the bytes that {@link BsonEncoder} writes, with names and texts as a whole: it puts down one character after the
 * other, which takes most of the time of a write.
 */
final class BsonBytes {

    private static final byte DOCUMENT = 0x03;
    private static final byte ARRAY = 0x04;

    private BsonBytes() {}

    static void write(Map<String, ?> document, ByteBuf buffer) {
        var start = buffer.writerIndex();
        buffer.writeIntLE(0);
        document.forEach((name, value) -> write(name, value, buffer));
        end(start, buffer);
    }

    private static void write(Collection<?> items, ByteBuf buffer) {
        var start = buffer.writerIndex();
        buffer.writeIntLE(0);
        var index = 0;
        for (var item : items) {
            write(Integer.toString(index++), item, buffer);
        }
        end(start, buffer);
    }

    private static void end(int start, ByteBuf buffer) {
        buffer.writeByte(0);
        buffer.setIntLE(start, buffer.writerIndex() - start);
    }

    @SuppressWarnings("unchecked") // what is a document has names
    private static void write(String name, Object value, ByteBuf buffer) {
        var type = BsonEncoder.determineType(value);
        buffer.writeByte(type);
        writeName(name, buffer);
        if (value instanceof String text) {
            writeText(text, buffer);
        } else if (type == DOCUMENT && value instanceof Map<?, ?> map) {
            write((Map<String, ?>) map, buffer);
        } else if (type == ARRAY && value instanceof Collection<?> items) {
            write(items, buffer);
        } else {
            BsonEncoder.encodeValue(type, value, buffer);
        }
    }

    private static void writeName(String name, ByteBuf buffer) {
        if (name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a name of a field cannot hold the character 0");
        }
        ByteBufUtil.writeUtf8(buffer, name);
        buffer.writeByte(0);
    }

    private static void writeText(String text, ByteBuf buffer) {
        var length = buffer.writerIndex();
        buffer.writeIntLE(0);
        buffer.setIntLE(length, ByteBufUtil.writeUtf8(buffer, text) + 1);
        buffer.writeByte(0);
    }
}

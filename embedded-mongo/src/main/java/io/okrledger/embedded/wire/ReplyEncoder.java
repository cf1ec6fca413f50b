package io.okrledger.embedded.wire;

import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.OpCode;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.MessageToByteEncoder;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes replies; the documents in them that are {@link Encoded} already are copied as they are. */
final class ReplyEncoder extends MessageToByteEncoder<MongoMessage> {

    private static final Logger LOG = LoggerFactory.getLogger(ReplyEncoder.class);

    @Override
    protected void encode(ChannelHandlerContext context, MongoMessage reply, ByteBuf out) {
        var start = out.writerIndex();
        out.writeIntLE(0)
                .writeIntLE(reply.getHeader().getRequestID())
                .writeIntLE(reply.getHeader().getResponseTo())
                .writeIntLE(OpCode.OP_MSG.getId())
                .writeIntLE(reply.getFlags())
                .writeByte(MongoMessage.SECTION_KIND_BODY);
        writeBody(reply, out);
        out.setIntLE(start, out.writerIndex() - start);
    }

    /** A client must not wait for ever for a reply that cannot be written. */
    private static void writeBody(MongoMessage reply, ByteBuf out) {
        var body = out.writerIndex();
        try {
            writeDocument(reply.getDocument(), out);
        } catch (RuntimeException e) {
            LOG.error("A reply cannot be written", e);
            writeDocument(Answer.FAULT.reply(), out.writerIndex(body));
        }
    }

    private static void writeDocument(Map<?, ?> document, ByteBuf out) {
        var start = begin(out);
        document.forEach((name, value) -> writeField(String.valueOf(name), value, out));
        end(start, out);
    }

    private static void writeArray(Collection<?> array, ByteBuf out) {
        var start = begin(out);
        var index = 0;
        for (var value : array) {
            writeField(Integer.toString(index++), value, out);
        }
        end(start, out);
    }

    private static int begin(ByteBuf out) {
        var start = out.writerIndex();
        out.writeIntLE(0);
        return start;
    }

    private static void end(int start, ByteBuf out) {
        out.writeByte(BsonConstants.TERMINATING_BYTE);
        out.setIntLE(start, out.writerIndex() - start);
    }

    private static void writeField(String name, @Nullable Object value, ByteBuf out) {
        var type = value instanceof Encoded ? BsonConstants.TYPE_EMBEDDED_DOCUMENT : BsonEncoder.determineType(value);
        out.writeByte(type);
        ByteBufUtil.writeUtf8(out, name);
        out.writeByte(BsonConstants.STRING_TERMINATION);
        if (value instanceof Encoded document) {
            out.writeBytes(document.bytes());
        } else if (value instanceof Map<?, ?> document) {
            writeDocument(document, out);
        } else if (value instanceof Collection<?> array) {
            writeArray(array, out);
        } else {
            BsonEncoder.encodeValue(type, value, out);
        }
    }
}

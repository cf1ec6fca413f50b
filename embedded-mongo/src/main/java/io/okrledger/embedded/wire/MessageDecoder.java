package io.okrledger.embedded.wire;

import de.bwaldvogel.mongo.wire.MongoWireProtocolHandler;
import de.bwaldvogel.mongo.wire.OpCode;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import org.jspecify.annotations.Nullable;

/**
 * Decodes what clients send. The decoder of the server front is left what has the old form: it refuses a message whose
 * sender wants no reply, such as a write with the write concern 0, and makes objects of all that is only to be stored.
 */
final class MessageDecoder extends MongoWireProtocolHandler {

    private static final int OP_CODE_AT = 12;
    private static final int BODY_AT = 20;
    private static final int CHECKSUM_PRESENT = 1;
    private static final int MORE_TO_COME = 1 << 1;
    private static final int FLAGS_TO_UNDERSTAND = 0xFFFF;

    private boolean broken;

    /** A message whose sender does not read replies. */
    static final class Unanswered extends MongoMessage {

        private Unanswered(MongoMessage message) {
            super(message.getChannel(), message.getHeader(), message.getDocument());
        }
    }

    @Override
    protected @Nullable ClientRequest decode(ChannelHandlerContext context, ByteBuf in) throws Exception {
        if (broken) { // where the next message starts is not known any more
            in.skipBytes(in.readableBytes());
            return null;
        }
        try {
            return isWholeMessage(in) ? message(context, in) : super.decode(context, in);
        } catch (Exception e) {
            broken = true;
            throw e;
        }
    }

    private static boolean isWholeMessage(ByteBuf in) {
        var start = in.readerIndex();
        var there = in.readableBytes();
        return there >= BODY_AT
                && in.getIntLE(start) >= BODY_AT
                && there >= in.getIntLE(start)
                && in.getIntLE(start + OP_CODE_AT) == OpCode.OP_MSG.getId();
    }

    private static MongoMessage message(ChannelHandlerContext context, ByteBuf in) {
        var message = in.readSlice(in.getIntLE(in.readerIndex()));
        var header = new MessageHeader(message.readIntLE(), message.readIntLE(), message.readIntLE());
        var flags = message.skipBytes(Integer.BYTES).readIntLE() & FLAGS_TO_UNDERSTAND;
        if ((flags & ~(CHECKSUM_PRESENT | MORE_TO_COME)) != 0) {
            throw new IllegalArgumentException("the flags " + flags + " are not understood");
        }
        if ((flags & CHECKSUM_PRESENT) != 0) {
            message.writerIndex(message.writerIndex() - Integer.BYTES);
        }
        var command = Sections.read(message);
        if (!(command.get("$db") instanceof String)) {
            throw new IllegalArgumentException("$db is missing");
        }
        var request = new MongoMessage(context.channel(), header, command);
        return (flags & MORE_TO_COME) != 0 ? new Unanswered(request) : request;
    }
}

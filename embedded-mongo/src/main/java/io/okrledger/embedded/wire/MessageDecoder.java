package io.okrledger.embedded.wire;

import de.bwaldvogel.mongo.wire.MessageFlag;
import de.bwaldvogel.mongo.wire.MongoWireProtocolHandler;
import de.bwaldvogel.mongo.wire.OpCode;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import org.jspecify.annotations.Nullable;

/**
 * The decoder of the server front, which refuses a message whose sender wants no reply, such as a write with the write
 * concern 0; so the flag is taken out first, and the message comes out as {@link Unanswered}.
 */
final class MessageDecoder extends MongoWireProtocolHandler {

    private static final int OP_CODE_AT = 12;
    private static final int FLAGS_AT = 16;
    private static final int BODY_AT = 20;
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
            return decodeNext(context, in);
        } catch (Exception e) {
            broken = true;
            throw e;
        }
    }

    private @Nullable ClientRequest decodeNext(ChannelHandlerContext context, ByteBuf in) throws Exception {
        var unanswered = takeFlags(in);
        var request = super.decode(context, in);
        if (!(request instanceof MongoMessage message)) {
            return request;
        }
        if (!(message.getDocument().get("$db") instanceof String)) {
            throw new IllegalArgumentException("$db is missing");
        }
        return unanswered ? new Unanswered(message) : message;
    }

    /** Leaves only flags that must be understood, and tells whether there was the one for more to come. */
    private static boolean takeFlags(ByteBuf in) {
        var start = in.readerIndex();
        var size = in.readableBytes();
        if (size < BODY_AT || size < in.getIntLE(start) || in.getIntLE(start + OP_CODE_AT) != OpCode.OP_MSG.getId()) {
            return false;
        }
        var flags = in.getIntLE(start + FLAGS_AT) & FLAGS_TO_UNDERSTAND;
        var unanswered = MessageFlag.MORE_TO_COME.isSet(flags);
        in.setIntLE(start + FLAGS_AT, unanswered ? MessageFlag.MORE_TO_COME.removeFrom(flags) : flags);
        return unanswered;
    }
}

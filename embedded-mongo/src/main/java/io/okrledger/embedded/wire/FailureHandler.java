package io.okrledger.embedded.wire;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes a connection on which something failed, and no other. */
final class FailureHandler extends ChannelInboundHandlerAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(FailureHandler.class);

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        var connection = context.channel();
        if (cause instanceof DecoderException) {
            LOG.warn("{} is closed, for what it sent is no command: {}", connection, cause.getMessage());
        } else if (cause instanceof IOException) {
            LOG.debug("{} is closed by its client", connection, cause);
        } else {
            LOG.error("{} is closed", connection, cause);
        }
        var unused = context.close();
    }
}

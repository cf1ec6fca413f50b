package io.okrledger.embedded.wire;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A connection that sends what no driver sends: several commands at once, pieces of them, and nonsense. */
final class RawConnection implements AutoCloseable {

    private static final int OP_REPLY = 1;
    private static final int OP_QUERY = 2004;
    private static final int OP_MSG = 2013;
    private static final int HEADER = 16;
    private static final int BEFORE_DOCUMENT_OF_REPLY = 20;
    private static final int BEFORE_DOCUMENT_OF_MESSAGE = 5;
    private static final int MORE_TO_COME = 1 << 1;

    private final Socket socket;
    private final DataInputStream in;
    private int requests;

    RawConnection(WireServer server) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout((int) HeldSync.PATIENCE.toMillis());
        socket.setTcpNoDelay(true);
        in = new DataInputStream(socket.getInputStream());
    }

    void send(Document command) throws IOException {
        send(message(0, command));
    }

    void sendUnacknowledged(Document command) throws IOException {
        send(unacknowledged(command));
    }

    void send(byte[]... parts) throws IOException {
        socket.getOutputStream().write(ByteBufUtil.getBytes(Unpooled.wrappedBuffer(parts)));
    }

    byte[] unacknowledged(Document command) {
        return message(MORE_TO_COME, command);
    }

    byte[] message(int flags, Document command) {
        var body = Unpooled.buffer().writeIntLE(flags).writeByte(0);
        BsonEncoder.encodeDocument(command.cloneDeeply().append("$db", "test"), body);
        return framed(OP_MSG, body);
    }

    void sendQuery(String collection, Document query) throws IOException {
        var body = Unpooled.buffer().writeIntLE(0);
        body.writeCharSequence(collection, StandardCharsets.UTF_8);
        body.writeByte(0).writeIntLE(0).writeIntLE(-1);
        BsonEncoder.encodeDocument(query, body);
        send(framed(OP_QUERY, body));
    }

    byte[] framed(int opCode, ByteBuf body) {
        var frame = Unpooled.buffer()
                .writeIntLE(HEADER + body.readableBytes())
                .writeIntLE(++requests)
                .writeIntLE(0)
                .writeIntLE(opCode)
                .writeBytes(body);
        return ByteBufUtil.getBytes(frame);
    }

    /** The next reply, with the number of the request that it answers, counted from 1, as {@code to}. */
    Document receive() throws IOException {
        var length = Integer.reverseBytes(in.readInt());
        var reply = Unpooled.wrappedBuffer(in.readNBytes(length - Integer.BYTES));
        var to = reply.skipBytes(Integer.BYTES).readIntLE();
        var isReply = reply.readIntLE() == OP_REPLY;
        reply.skipBytes(isReply ? BEFORE_DOCUMENT_OF_REPLY : BEFORE_DOCUMENT_OF_MESSAGE);
        return BsonDecoder.decodeBson(reply).append("to", to);
    }

    boolean isAnswered() {
        try {
            return in.available() > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isClosedByTheServer() throws IOException {
        try {
            return in.read() == -1;
        } catch (SocketException reset) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

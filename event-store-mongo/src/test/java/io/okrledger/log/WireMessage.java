package io.okrledger.log;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A message of the wire protocol as it came. */
record WireMessage(byte[] bytes) {

    private static final int OPCODE = 12;
    private static final int OP_MSG = 2013;
    private static final int COMMAND_NAME = 26;

    /** A message says its length in its first four bytes, the lowest in front. */
    static WireMessage from(Socket socket) throws IOException {
        var in = new DataInputStream(socket.getInputStream());
        var length = Integer.reverseBytes(in.readInt());
        var message = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN).putInt(length);
        in.readFully(message.array(), Integer.BYTES, length - Integer.BYTES);
        return new WireMessage(message.array());
    }

    void to(Socket socket) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    void halfTo(Socket socket) throws IOException {
        socket.getOutputStream().write(bytes, 0, bytes.length / 2);
    }

    /** The first field of a command is its name; what comes in the old form is the driver's first question. */
    String command() {
        if (ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(OPCODE) != OP_MSG) {
            return "handshake";
        }
        var end = COMMAND_NAME;
        while (bytes[end] != 0) {
            end++;
        }
        return new String(bytes, COMMAND_NAME, end - COMMAND_NAME, StandardCharsets.UTF_8);
    }
}

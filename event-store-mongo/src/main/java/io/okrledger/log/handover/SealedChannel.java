package io.okrledger.log.handover;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Messages between two processes that know the same secret: nobody else can read, change, repeat or leave out one.
 *
 * <p>Both sides begin with random bytes of their own. From these and the secret come two keys, one for each direction, with
 * which messages are encrypted and authenticated (AES-256 in GCM, the number of the message as nonce). The first one is
 * empty and proves that the other side knows the secret.
 */
final class SealedChannel implements Closeable {

    /** Twice what a group may hold. */
    static final int MOST_BYTES = 16 << 20;

    private static final String PROTOCOL = "okr-ledger hand-over 1";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RANDOM_BYTES = 32;
    private static final int TAG_BYTES = 16;
    private static final int BUFFER_BYTES = 1 << 16;

    private enum Side {
        CALLING,
        CALLED
    }

    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final Seal received;
    private final Seal sent;

    /** The other side must prove within the socket's timeout that it knows the secret. */
    static SealedChannel calling(Socket socket, byte[] secret) throws IOException {
        return new SealedChannel(socket, secret, Side.CALLING);
    }

    /** @see #calling */
    static SealedChannel called(Socket socket, byte[] secret) throws IOException {
        return new SealedChannel(socket, secret, Side.CALLED);
    }

    private SealedChannel(Socket socket, byte[] secret, Side side) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES));
        out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), BUFFER_BYTES));
        var own = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(own);
        out.write(own);
        out.flush();
        var other = new byte[RANDOM_BYTES];
        in.readFully(other);
        var random = side == Side.CALLING ? concatenated(own, other) : concatenated(other, own);
        sent = new Seal(secret, side, random);
        received = new Seal(secret, side == Side.CALLING ? Side.CALLED : Side.CALLING, random);
        send(new byte[0]);
        receive(0);
    }

    private static byte[] concatenated(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }

    void send(byte[] message) throws IOException {
        var sealed = sent.seal(message);
        out.writeInt(sealed.length);
        out.write(sealed);
        out.flush();
    }

    byte[] receive() throws IOException {
        return receive(MOST_BYTES);
    }

    private byte[] receive(int mostBytes) throws IOException {
        var length = in.readInt();
        if (length < TAG_BYTES || length > mostBytes + TAG_BYTES) {
            throw new IOException("a message of " + length + " bytes");
        }
        var sealed = new byte[length];
        in.readFully(sealed);
        return received.open(sealed);
    }

    /** Breaks off whatever waits for a message. */
    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** What seals the messages of one direction, and opens them on the other side. */
    private static final class Seal {

        private static final int NONCE_BYTES = 12;

        private final SecretKeySpec key;
        private final Cipher cipher;
        private long messages;

        Seal(byte[] secret, Side sender, byte[] random) {
            try {
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(secret, "HmacSHA256"));
                mac.update((PROTOCOL + " " + sender).getBytes(StandardCharsets.UTF_8));
                key = new SecretKeySpec(mac.doFinal(random), "AES");
                cipher = Cipher.getInstance("AES/GCM/NoPadding");
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java has these", e);
            }
        }

        byte[] seal(byte[] message) throws IOException {
            return next(Cipher.ENCRYPT_MODE, message);
        }

        byte[] open(byte[] sealed) throws IOException {
            return next(Cipher.DECRYPT_MODE, sealed);
        }

        private byte[] next(int mode, byte[] bytes) throws IOException {
            try {
                var nonce = ByteBuffer.allocate(NONCE_BYTES).putLong(messages++).array();
                cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
                return cipher.doFinal(bytes);
            } catch (GeneralSecurityException e) {
                throw new IOException("not sealed with the same secret", e);
            }
        }
    }
}

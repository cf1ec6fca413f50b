package io.okrledger.command.imports;

import io.okrledger.command.support.problems.BodyTooLarge;
import io.okrledger.command.support.problems.InvalidRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/** A file that was sent, kept on disk until it is closed. */
record Received(FileChannel file) implements AutoCloseable {

    private static final long LARGEST = 256L << 20;
    private static final int PIECE = 64 * 1024;

    /**
     * Takes the whole of it.
     *
     * @throws BodyTooLarge if it goes on beyond the limit
     * @throws InvalidRequest if it breaks off
     */
    static Received from(InputStream upload) throws IOException {
        var received = new Received(FileChannel.open(
                Files.createTempFile("import", ".ndjson"),
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE));
        try {
            received.fill(upload);
            return received;
        } catch (IOException | RuntimeException e) {
            received.close();
            throw e;
        }
    }

    private void fill(InputStream upload) throws IOException {
        for (var piece = read(upload); piece.length > 0; piece = read(upload)) {
            if (file.position() + piece.length > LARGEST) {
                throw new BodyTooLarge(LARGEST);
            }
            for (var rest = ByteBuffer.wrap(piece); rest.hasRemaining(); ) {
                file.write(rest);
            }
        }
        file.position(0);
    }

    private static byte[] read(InputStream upload) {
        try {
            return upload.readNBytes(PIECE);
        } catch (IOException e) {
            throw new InvalidRequest("", "malformed", "The file did not arrive whole, so nothing of it was imported.");
        }
    }

    InputStream content() {
        return Channels.newInputStream(file);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}

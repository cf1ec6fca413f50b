package io.okrledger.log;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * The hash that chains the commits: SHA-256 over the version byte 1 and, in this order, {@code prev}, position, number
 * of positions, {@code at}, id, key, fingerprint, the number of streams and each stream's id, type, from, to, the number
 * of events and each event's id, stream id, stream type, sequence, type, revision, timestamp, payload, metadata.
 *
 * <p>Numbers are 8 bytes, big-endian; instants are milliseconds since the epoch; an id is its 16 bytes; texts (UTF-8) and
 * bytes have their length in front, in 8 bytes; a missing fingerprint has the length -1. Nothing is serialised again to
 * be hashed, so a hash can be checked for as long as the bytes can be read.
 */
final class CommitHash {

    private static final int VERSION = 1;

    private CommitHash() {}

    /** The hash that the commit must have; the one that it carries is not looked at. */
    static byte[] of(Commit commit) {
        var digest = sha256();
        try (var out = new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest))) {
            out.writeByte(VERSION);
            write(out, commit.prev());
            out.writeLong(commit.position());
            out.writeLong(commit.lastPosition() - commit.position() + 1);
            out.writeLong(commit.at().toEpochMilli());
            out.writeLong(commit.id().getMostSignificantBits());
            out.writeLong(commit.id().getLeastSignificantBits());
            write(out, commit.key());
            write(out, commit.fingerprint());
            out.writeLong(commit.streams().size());
            for (var stream : commit.streams()) {
                write(out, stream);
            }
            out.writeLong(commit.events().size());
            for (var event : commit.events()) {
                write(out, event);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return digest.digest();
    }

    private static void write(DataOutputStream out, StreamRange stream) throws IOException {
        write(out, stream.id());
        write(out, stream.type());
        out.writeLong(stream.from());
        out.writeLong(stream.to());
    }

    private static void write(DataOutputStream out, StoredEvent event) throws IOException {
        write(out, event.id());
        write(out, event.streamId());
        write(out, event.streamType());
        out.writeLong(event.sequence());
        write(out, event.type());
        out.writeLong(event.revision());
        out.writeLong(event.timestamp().toEpochMilli());
        write(out, event.payload());
        write(out, event.metaData());
    }

    private static void write(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeLong(-1);
        } else {
            write(out, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeLong(bytes.length);
        out.write(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

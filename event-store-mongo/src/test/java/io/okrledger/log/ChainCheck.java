package io.okrledger.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash of a commit, computed a second time from its description alone. */
final class ChainCheck {

    private final MessageDigest digest;

    private ChainCheck(MessageDigest digest) {
        this.digest = digest;
    }

    static byte[] hash(Commit commit) {
        try {
            return new ChainCheck(MessageDigest.getInstance("SHA-256")).of(commit);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private byte[] of(Commit commit) {
        digest.update((byte) 1);
        bytes(commit.prev());
        number(commit.position());
        number(Math.max(1, commit.events().size()));
        number(commit.at().toEpochMilli());
        number(commit.id().getMostSignificantBits());
        number(commit.id().getLeastSignificantBits());
        text(commit.key());
        text(commit.fingerprint());
        number(commit.streams().size());
        commit.streams().forEach(stream -> {
            text(stream.id());
            text(stream.type());
            number(stream.from());
            number(stream.to());
        });
        number(commit.events().size());
        commit.events().forEach(this::event);
        return digest.digest();
    }

    private void event(StoredEvent event) {
        text(event.id());
        text(event.streamId());
        text(event.streamType());
        number(event.sequence());
        text(event.type());
        number(event.revision());
        number(event.timestamp().toEpochMilli());
        bytes(event.payload());
        bytes(event.metaData());
    }

    private void number(long number) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    private void text(String text) {
        if (text == null) {
            number(-1);
        } else {
            bytes(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void bytes(byte[] bytes) {
        number(bytes.length);
        digest.update(bytes);
    }
}

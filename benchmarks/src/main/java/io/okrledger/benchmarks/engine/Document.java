package io.okrledger.benchmarks.engine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/**
 * A document, its key, and its keys in two unique indexes: one of a stream and a place in it, one that is random, as the
 * indexes of the log are.
 */
@SuppressWarnings("ArrayRecordComponent") // Documents are not compared.
record Document(long id, byte[] key, byte[] inStream, byte[] unique, byte[] body) {

    private static final int STREAMS = 10_000;
    private static final int FIELDS = 24; // 600 bytes

    /** A document that follows from its id: the version changes the body only. */
    static Document of(long id, int version) {
        return new Document(id, key(id), inStream(id), random(id), body(id, version));
    }

    /** Documents from an id on. */
    static List<Document> from(long id, int count) {
        return LongStream.range(id, id + count)
                .mapToObj(each -> Document.of(each, 0))
                .toList();
    }

    static byte[] key(long id) {
        return ByteBuffer.allocate(Long.BYTES).putLong(id).array();
    }

    private static byte[] inStream(long id) {
        return ByteBuffer.allocate(3 * Long.BYTES)
                .put(random(id % STREAMS))
                .putLong(id / STREAMS)
                .array();
    }

    private static byte[] random(long seed) {
        var random = new SplittableRandom(seed);
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(random.nextLong())
                .putLong(random.nextLong())
                .array();
    }

    /** Names and values, so that it compresses as documents do: the names well, the values to a half. */
    private static byte[] body(long id, int version) {
        var random = new SplittableRandom(id ^ ((long) version << 48));
        var text = new StringBuilder();
        for (var field = 0; field < FIELDS; field++) {
            text.append("field-").append((char) ('a' + field)).append(':');
            text.append(HexFormat.of().toHexDigits(random.nextLong())).append(' ');
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
}

package io.okrledger.benchmarks.store;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonString;

/**
 * Documents like the log's commits, one event each, which follow from their positions. The streams take turns, so that
 * the events of one are spread over the whole log.
 *
 * @param streams how many there are
 * @param payload bytes of an event
 */
record CommitShape(long streams, int payload) {

    private static final long FIRST_TIME = 1_750_000_000_000L;

    BsonDocument at(long position) {
        var random = new SplittableRandom(position);
        var time = new BsonDateTime(FIRST_TIME + position);
        return new BsonDocument("_id", new BsonInt64(position))
                .append("n", new BsonInt32(1))
                .append("at", time)
                .append("cid", bytes(random, 16))
                .append("key", new BsonString(id(~position)))
                .append("fp", BsonNull.VALUE)
                .append("streams", new BsonArray(List.of(stream(position))))
                .append("events", new BsonArray(List.of(event(position, random, time))))
                .append("prev", bytes(random, 32))
                .append("hash", bytes(random, 32));
    }

    private BsonDocument stream(long position) {
        var sequence = new BsonInt64(position / streams);
        return new BsonDocument("id", new BsonString(streamId(position % streams)))
                .append("type", new BsonString("Objective"))
                .append("from", sequence)
                .append("to", sequence);
    }

    private BsonDocument event(long position, SplittableRandom random, BsonDateTime time) {
        return new BsonDocument("eid", new BsonString(id(position)))
                .append("s", new BsonInt32(0))
                .append("seq", new BsonInt64(position / streams))
                .append("type", new BsonString("CheckInRecorded"))
                .append("rev", new BsonInt32(1))
                .append("ts", time)
                .append("payload", bytes(random, payload));
    }

    static String streamId(long stream) {
        return id(Long.MIN_VALUE + stream);
    }

    private static String id(long seed) {
        var random = new SplittableRandom(seed);
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    /** Half of them zero, so that they compress as texts do. */
    private static BsonBinary bytes(SplittableRandom random, int length) {
        var bytes = ByteBuffer.allocate(length);
        while (bytes.remaining() >= Long.BYTES) {
            bytes.putLong(random.nextInt());
        }
        return new BsonBinary(bytes.array());
    }
}

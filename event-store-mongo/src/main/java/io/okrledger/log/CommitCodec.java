package io.okrledger.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonValue;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.jspecify.annotations.Nullable;

/**
 * A commit as a document. Its {@code _id} is the position of its first event, so that two writers at one head collide
 * whatever their sizes. An event names its stream by the place of the stream in {@code streams}, which stand in front.
 *
 * <p>The whole log goes through here whenever a view is built, so nothing is made on the way from the bytes to the commit.
 */
public final class CommitCodec implements Codec<Commit> {

    public static final String ID = "_id";
    static final String KEY = "key";
    static final String STREAMS = "streams";
    static final String STREAM_ID = "id";
    static final String STREAM_FROM = "from";
    static final String EVENTS = "ev";

    static final String COUNT = "n";
    private static final String AT = "at";
    private static final String COMMIT_ID = "cid";
    private static final String FINGERPRINT = "fp";
    private static final String STREAM_TYPE = "type";
    private static final String STREAM_TO = "to";
    private static final String EVENT_ID = "eid";
    private static final String EVENT_STREAM = "s";
    private static final String SEQUENCE = "seq";
    private static final String TYPE = "type";
    private static final String REVISION = "rev";
    private static final String TIMESTAMP = "ts";
    private static final String PAYLOAD = "payload";
    private static final String META_DATA = "meta";
    private static final String PREV = "prev";
    private static final String HASH = "hash";

    @Override
    public Class<Commit> getEncoderClass() {
        return Commit.class;
    }

    @Override
    public void encode(BsonWriter out, Commit commit, EncoderContext context) {
        out.writeStartDocument();
        out.writeInt64(ID, commit.position());
        out.writeInt32(COUNT, (int) (commit.lastPosition() - commit.position() + 1));
        out.writeDateTime(AT, commit.at().toEpochMilli());
        out.writeBinaryData(COMMIT_ID, new BsonBinary(commit.id()));
        out.writeString(KEY, commit.key());
        writeText(out, FINGERPRINT, commit.fingerprint());
        out.writeStartArray(STREAMS);
        commit.streams().forEach(stream -> write(out, stream));
        out.writeEndArray();
        out.writeStartArray(EVENTS);
        var streams = commit.streams().stream().map(StreamRange::id).toList();
        commit.events().forEach(event -> write(out, event, streams.indexOf(event.streamId())));
        out.writeEndArray();
        out.writeBinaryData(PREV, new BsonBinary(commit.prev()));
        out.writeBinaryData(HASH, new BsonBinary(commit.hash()));
        out.writeEndDocument();
    }

    private static void write(BsonWriter out, StreamRange stream) {
        out.writeStartDocument();
        out.writeString(STREAM_ID, stream.id());
        out.writeString(STREAM_TYPE, stream.type());
        out.writeInt64(STREAM_FROM, stream.from());
        out.writeInt64(STREAM_TO, stream.to());
        out.writeEndDocument();
    }

    private static void write(BsonWriter out, StoredEvent event, int stream) {
        out.writeStartDocument();
        out.writeString(EVENT_ID, event.id());
        out.writeInt32(EVENT_STREAM, stream);
        out.writeInt64(SEQUENCE, event.sequence());
        out.writeString(TYPE, event.type());
        out.writeInt32(REVISION, event.revision());
        out.writeDateTime(TIMESTAMP, event.timestamp().toEpochMilli());
        out.writeBinaryData(PAYLOAD, new BsonBinary(event.payload()));
        out.writeBinaryData(META_DATA, new BsonBinary(event.metaData()));
        out.writeEndDocument();
    }

    private static void writeText(BsonWriter out, String field, @Nullable String text) {
        if (text == null) {
            out.writeNull(field);
        } else {
            out.writeString(field, text);
        }
    }

    /** The end of the log behind this document, which may be without its events. */
    static Head head(BsonDocument document) {
        var next = document.getInt64(ID).getValue() + document.getInt32(COUNT).getValue();
        var at = Instant.ofEpochMilli(document.getDateTime(AT).getValue());
        return new Head(next, at, document.getBinary(HASH).getData());
    }

    /** Which streams it touches, of a document that may be without everything else. */
    static Touched touched(BsonDocument document) {
        var position = document.getInt64(ID).getValue();
        var streams = document.getArray(STREAMS).stream()
                .map(BsonValue::asDocument)
                .map(stream -> new StreamRange(
                        stream.getString(STREAM_ID).getValue(),
                        stream.getString(STREAM_TYPE).getValue(),
                        stream.getInt64(STREAM_FROM).getValue(),
                        stream.getInt64(STREAM_TO).getValue()))
                .toList();
        return new Touched(position, position + document.getInt32(COUNT).getValue() - 1, streams);
    }

    /** @throws RuntimeException if the fields of a commit are not there, in the order in which they are written */
    @Override
    public Commit decode(BsonReader in, DecoderContext context) {
        in.readStartDocument();
        var position = in.readInt64(ID);
        in.readInt32(COUNT);
        var at = instant(in, AT);
        var id = uuid(in);
        var key = in.readString(KEY);
        var fingerprint = text(in, FINGERPRINT);
        var streams = streams(in);
        var events = events(in, streams);
        var prev = bytes(in, PREV);
        var hash = bytes(in, HASH);
        passOver(in);
        in.readEndDocument();
        return new Commit(position, events, at, id, key, fingerprint, streams, prev, hash);
    }

    /** What stands behind the fields that are known here. */
    private static void passOver(BsonReader in) {
        while (in.readBsonType() != BsonType.END_OF_DOCUMENT) {
            in.skipName();
            in.skipValue();
        }
    }

    private static List<StreamRange> streams(BsonReader in) {
        var streams = new ArrayList<StreamRange>();
        in.readName(STREAMS);
        in.readStartArray();
        while (in.readBsonType() != BsonType.END_OF_DOCUMENT) {
            in.readStartDocument();
            streams.add(new StreamRange(
                    in.readString(STREAM_ID),
                    in.readString(STREAM_TYPE),
                    in.readInt64(STREAM_FROM),
                    in.readInt64(STREAM_TO)));
            in.readEndDocument();
        }
        in.readEndArray();
        return streams;
    }

    private static List<StoredEvent> events(BsonReader in, List<StreamRange> streams) {
        var events = new ArrayList<StoredEvent>();
        in.readName(EVENTS);
        in.readStartArray();
        while (in.readBsonType() != BsonType.END_OF_DOCUMENT) {
            in.readStartDocument();
            events.add(event(in, streams));
            in.readEndDocument();
        }
        in.readEndArray();
        return events;
    }

    private static StoredEvent event(BsonReader in, List<StreamRange> streams) {
        var id = in.readString(EVENT_ID);
        var stream = streams.get(in.readInt32(EVENT_STREAM));
        return new StoredEvent(
                id,
                stream.id(),
                stream.type(),
                in.readInt64(SEQUENCE),
                in.readString(TYPE),
                in.readInt32(REVISION),
                instant(in, TIMESTAMP),
                bytes(in, PAYLOAD),
                bytes(in, META_DATA));
    }

    private static Instant instant(BsonReader in, String field) {
        return Instant.ofEpochMilli(in.readDateTime(field));
    }

    private static UUID uuid(BsonReader in) {
        return in.readBinaryData(COMMIT_ID).asUuid();
    }

    private static byte[] bytes(BsonReader in, String field) {
        return in.readBinaryData(field).getData();
    }

    private static @Nullable String text(BsonReader in, String field) {
        in.readName(field);
        if (in.getCurrentBsonType() == BsonType.NULL) {
            in.readNull();
            return null;
        }
        return in.readString();
    }
}

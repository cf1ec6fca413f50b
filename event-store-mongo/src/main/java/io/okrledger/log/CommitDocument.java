package io.okrledger.log;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * A commit as a document. Its {@code _id} is the position of its first event, so that two writers at one head collide
 * whatever their sizes. An event names its stream by the place of the stream in {@code streams}.
 */
final class CommitDocument {

    static final String ID = "_id";
    static final String KEY = "key";
    static final String STREAMS = "streams";
    static final String STREAM_ID = "id";
    static final String STREAM_FROM = "from";
    static final String EVENTS = "ev";

    private static final String COUNT = "n";
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

    private CommitDocument() {}

    static BsonDocument of(Commit commit) {
        var ids = commit.streams().stream().map(StreamRange::id).toList();
        return new BsonDocument(ID, new BsonInt64(commit.position()))
                .append(COUNT, new BsonInt32((int) (commit.lastPosition() - commit.position() + 1)))
                .append(AT, date(commit.at()))
                .append(COMMIT_ID, new BsonBinary(commit.id()))
                .append(KEY, new BsonString(commit.key()))
                .append(FINGERPRINT, text(commit.fingerprint()))
                .append(
                        STREAMS,
                        array(commit.streams().stream().map(CommitDocument::of).toList()))
                .append(
                        EVENTS,
                        array(commit.events().stream()
                                .map(event -> of(event, ids.indexOf(event.streamId())))
                                .toList()))
                .append(PREV, new BsonBinary(commit.prev()))
                .append(HASH, new BsonBinary(commit.hash()));
    }

    static Commit read(BsonDocument document) {
        var streams = document.getArray(STREAMS).stream()
                .map(stream -> stream(stream.asDocument()))
                .toList();
        return new Commit(
                document.getInt64(ID).getValue(),
                document.getArray(EVENTS).stream()
                        .map(event -> event(event.asDocument(), streams))
                        .toList(),
                instant(document, AT),
                id(document),
                document.getString(KEY).getValue(),
                text(document.get(FINGERPRINT)),
                streams,
                bytes(document, PREV),
                bytes(document, HASH));
    }

    /** The end of the log behind this document, which may be without its events. */
    static Head head(BsonDocument document) {
        var next = document.getInt64(ID).getValue() + document.getInt32(COUNT).getValue();
        return new Head(next, instant(document, AT), bytes(document, HASH));
    }

    private static BsonDocument of(StreamRange stream) {
        return new BsonDocument(STREAM_ID, new BsonString(stream.id()))
                .append(STREAM_TYPE, new BsonString(stream.type()))
                .append(STREAM_FROM, new BsonInt64(stream.from()))
                .append(STREAM_TO, new BsonInt64(stream.to()));
    }

    private static StreamRange stream(BsonDocument document) {
        return new StreamRange(
                document.getString(STREAM_ID).getValue(),
                document.getString(STREAM_TYPE).getValue(),
                document.getInt64(STREAM_FROM).getValue(),
                document.getInt64(STREAM_TO).getValue());
    }

    private static BsonDocument of(StoredEvent event, int stream) {
        return new BsonDocument(EVENT_ID, new BsonString(event.id()))
                .append(EVENT_STREAM, new BsonInt32(stream))
                .append(SEQUENCE, new BsonInt64(event.sequence()))
                .append(TYPE, new BsonString(event.type()))
                .append(REVISION, new BsonInt32(event.revision()))
                .append(TIMESTAMP, date(event.timestamp()))
                .append(PAYLOAD, new BsonBinary(event.payload()))
                .append(META_DATA, new BsonBinary(event.metaData()));
    }

    private static StoredEvent event(BsonDocument document, List<StreamRange> streams) {
        var stream = streams.get(document.getInt32(EVENT_STREAM).getValue());
        return new StoredEvent(
                document.getString(EVENT_ID).getValue(),
                stream.id(),
                stream.type(),
                document.getInt64(SEQUENCE).getValue(),
                document.getString(TYPE).getValue(),
                document.getInt32(REVISION).getValue(),
                instant(document, TIMESTAMP),
                bytes(document, PAYLOAD),
                bytes(document, META_DATA));
    }

    private static BsonArray array(List<BsonDocument> documents) {
        return new BsonArray(documents);
    }

    private static BsonDateTime date(Instant instant) {
        return new BsonDateTime(instant.toEpochMilli());
    }

    private static Instant instant(BsonDocument document, String field) {
        return Instant.ofEpochMilli(document.getDateTime(field).getValue());
    }

    private static UUID id(BsonDocument document) {
        return document.getBinary(COMMIT_ID).asUuid();
    }

    private static byte[] bytes(BsonDocument document, String field) {
        return document.getBinary(field).getData();
    }

    private static BsonValue text(@Nullable String text) {
        return text == null ? BsonNull.VALUE : new BsonString(text);
    }

    private static @Nullable String text(@Nullable BsonValue value) {
        return value == null || value.isNull() ? null : value.asString().getValue();
    }
}

package io.okrledger.embedded.collection;

import static de.bwaldvogel.mongo.wire.BsonConstants.LENGTH_OBJECTID;
import static de.bwaldvogel.mongo.wire.BsonConstants.TERMINATING_BYTE;
import static de.bwaldvogel.mongo.wire.BsonConstants.TYPE_ARRAY;
import static de.bwaldvogel.mongo.wire.BsonConstants.TYPE_BOOLEAN;
import static de.bwaldvogel.mongo.wire.BsonConstants.TYPE_DATA;
import static de.bwaldvogel.mongo.wire.BsonConstants.TYPE_DECIMAL128;
import static de.bwaldvogel.mongo.wire.BsonConstants.TYPE_DOUBLE;
import static de.bwaldvogel.mongo.wire.BsonConstants.TYPE_EMBEDDED_DOCUMENT;
import static de.bwaldvogel.mongo.wire.BsonConstants.TYPE_INT32;
import static de.bwaldvogel.mongo.wire.BsonConstants.TYPE_INT64;
import static de.bwaldvogel.mongo.wire.BsonConstants.TYPE_NULL;
import static de.bwaldvogel.mongo.wire.BsonConstants.TYPE_OBJECT_ID;
import static de.bwaldvogel.mongo.wire.BsonConstants.TYPE_TIMESTAMP;
import static de.bwaldvogel.mongo.wire.BsonConstants.TYPE_UTC_DATETIME;
import static de.bwaldvogel.mongo.wire.BsonConstants.TYPE_UTF8_STRING;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Some of the fields of a stored document, read without the others: to go past a value takes a fraction of the time that
 * it takes to read it, and most questions are about two or three fields of a document with dozens.
 */
final class Excerpt {

    private final Set<String> fields;

    private Excerpt(Set<String> fields) {
        this.fields = fields;
    }

    /** What some indexes are over, and the id. */
    static Excerpt indexedBy(List<StoredIndex> indexes) {
        var fields = new HashSet<String>(Set.of(PrimaryIndex.ID));
        for (var index : indexes) {
            index.shape().fields().forEach(field -> fields.add(first(field.getKey())));
        }
        return new Excerpt(fields);
    }

    /** What decides whether a document matches; null when that may be anything in it. */
    static @Nullable Excerpt askedFor(Document filter) {
        var fields = new HashSet<String>();
        return addFields(filter, fields) ? new Excerpt(fields) : null;
    }

    private static boolean addFields(Document filter, Set<String> fields) {
        return filter.entrySet().stream().allMatch(entry -> {
            if (!entry.getKey().startsWith("$")) {
                fields.add(first(entry.getKey()));
                return true;
            }
            return Operators.OF_FILTERS.contains(entry.getKey())
                    && entry.getValue() instanceof Collection<?> parts
                    && parts.stream()
                            .allMatch(part -> part instanceof Document filterPart && addFields(filterPart, fields));
        });
    }

    /** What a projection shows, if it names that; null when it names what it leaves out, or more than names. */
    static @Nullable Excerpt shownBy(Document projection) {
        var fields = new HashSet<String>(Set.of(PrimaryIndex.ID));
        for (var field : projection.entrySet()) {
            if (!isShown(field.getValue())) {
                return null;
            }
            fields.add(first(field.getKey()));
        }
        return projection.isEmpty() ? null : new Excerpt(fields);
    }

    private static boolean isShown(@Nullable Object asked) {
        return Boolean.TRUE.equals(asked) || (asked instanceof Number number && number.doubleValue() == 1);
    }

    private static String first(String path) {
        var dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }

    /** The fields in the order in which the document has them. */
    Document of(byte[] bytes) {
        var in = Unpooled.wrappedBuffer(bytes);
        in.readIntLE();
        var document = new Document();
        for (var type = in.readByte(); type != TERMINATING_BYTE; type = in.readByte()) {
            var name = BsonDecoder.decodeCString(in);
            if (fields.contains(name)) {
                document.put(name, BsonDecoder.decodeValue(type, in));
            } else {
                passOver(type, in);
            }
        }
        return document;
    }

    private static void passOver(byte type, ByteBuf in) {
        switch (type) {
            case TYPE_NULL -> {}
            case TYPE_BOOLEAN -> in.skipBytes(Byte.BYTES);
            case TYPE_INT32 -> in.skipBytes(Integer.BYTES);
            case TYPE_INT64, TYPE_DOUBLE, TYPE_UTC_DATETIME, TYPE_TIMESTAMP -> in.skipBytes(Long.BYTES);
            case TYPE_DECIMAL128 -> in.skipBytes(2 * Long.BYTES);
            case TYPE_OBJECT_ID -> in.skipBytes(LENGTH_OBJECTID);
            case TYPE_UTF8_STRING -> in.skipBytes(in.readIntLE());
            case TYPE_DATA -> in.skipBytes(in.readIntLE() + 1);
            // Their length counts itself too.
            case TYPE_EMBEDDED_DOCUMENT, TYPE_ARRAY -> in.skipBytes(in.getIntLE(in.readerIndex()));
            default -> BsonDecoder.decodeValue(type, in);
        }
    }
}

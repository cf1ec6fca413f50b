package io.okrledger.embedded.order;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The types of values, in the order in which they sort. */
public enum Kind {
    MIN_KEY(0x10, MinKey.class),
    EMPTY_ARRAY(0x18, EmptyArray.class),
    NULL(0x20, Missing.class),
    NUMBER(0x28, Number.class),
    STRING(0x30, String.class),
    DOCUMENT(0x38, Document.class),
    ARRAY(0x40, Collection.class),
    BINARY(0x48, BinData.class),
    LEGACY_UUID(0x50, LegacyUUID.class),
    UUID(0x58, UUID.class),
    OBJECT_ID(0x60, ObjectId.class),
    BOOLEAN(0x68, Boolean.class),
    INSTANT(0x70, Instant.class),
    TIMESTAMP(0x78, BsonTimestamp.class),
    REGEX(0x80, BsonRegularExpression.class),
    MAX_KEY(0x88, MaxKey.class);

    /** Stands in an index for an array without elements; an empty array within an array is an {@link #ARRAY}. */
    public enum EmptyArray {
        INSTANCE
    }

    private static final Kind[] ALL = values();

    private final byte tag;
    private final Class<?> type;

    /** @param tag is in the files; neither it nor the one after it is 0x00 or 0xFF, also when inverted */
    Kind(int tag, Class<?> type) {
        this.tag = (byte) tag;
        this.type = type;
    }

    /** The kind of a value; null for one that has no place in the order. */
    public static @Nullable Kind of(@Nullable Object value) {
        if (value == null) {
            return NULL;
        }
        for (var kind : ALL) {
            if (kind.type.isInstance(value)) {
                return kind;
            }
        }
        return null;
    }

    /** In front of the bytes of every value of this kind. */
    public byte tag() {
        return tag;
    }
}

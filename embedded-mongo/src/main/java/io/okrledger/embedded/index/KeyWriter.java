package io.okrledger.embedded.index;

import static java.util.Objects.requireNonNull;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.exception.BadValueException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes values one after the other so that the bytes sort like the list of the values. */
final class KeyWriter {

    /** Ends a list or a text: lower than any tag and than any byte of a character. */
    private static final byte END = 0;

    /** Stands before a character that would look like this byte or like {@link #END}. */
    private static final byte ESCAPE = 1;

    private byte[] bytes = new byte[32];
    private int size;

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    KeyWriter write(@Nullable Object value, boolean ascending) {
        var start = size;
        write(value);
        if (!ascending) {
            Bytes.invert(bytes, start, size);
        }
        return this;
    }

    KeyWriter write(@Nullable Object value) {
        var kind = kindOf(value);
        return put(kind.tag()).content(kind, value);
    }

    private static Kind kindOf(@Nullable Object value) {
        var kind = Kind.of(value);
        if (kind == null) {
            throw new BadValueException("Values of type " + OrderedValue.typeOf(value) + " have no order");
        }
        return kind;
    }

    private KeyWriter content(Kind kind, @Nullable Object nullable) {
        if (kind == Kind.NULL) {
            return this;
        }
        var value = requireNonNull(nullable);
        switch (kind) {
            case NUMBER -> OrderedNumber.write((Number) value, this);
            case STRING -> text((String) value);
            case DOCUMENT -> document((Document) value);
            case ARRAY -> array((Collection<?>) value);
            case BINARY -> binary(((BinData) value).getData());
            case LEGACY_UUID -> legacyUuid(((LegacyUUID) value).getUuid());
            case UUID -> uuid((UUID) value);
            case OBJECT_ID -> putAll(((ObjectId) value).toByteArray());
            case BOOLEAN -> put((byte) ((Boolean) value ? 1 : 0));
            case INSTANT -> signed(((Instant) value).toEpochMilli());
            case TIMESTAMP -> putLong(((BsonTimestamp) value).getValue());
            case REGEX -> regex((BsonRegularExpression) value);
            case MIN_KEY, EMPTY_ARRAY, NULL, MAX_KEY -> {}
        }
        return this;
    }

    private KeyWriter text(String text) {
        for (var i = 0; i < text.length(); i++) {
            character(text.charAt(i));
        }
        return put(END);
    }

    /** UTF-8 of the single UTF-16 code unit: surrogates sort where {@link String#compareTo} has them. */
    private void character(char unit) {
        if (unit <= ESCAPE) {
            put(ESCAPE).put((byte) (unit + 1));
        } else if (unit < 0x80) {
            put((byte) unit);
        } else if (unit < 0x800) {
            put((byte) (0xC0 | (unit >> 6))).put(continuation(unit));
        } else {
            put((byte) (0xE0 | (unit >> 12))).put(continuation(unit >> 6)).put(continuation(unit));
        }
    }

    private static byte continuation(int bits) {
        return (byte) (0x80 | (bits & 0x3F));
    }

    /** Field by field its type, its name and only then its value, as documents are compared. */
    private void document(Document document) {
        document.forEach((name, value) -> {
            var kind = kindOf(value);
            put(kind.tag()).text(name).content(kind, value);
        });
        put(END);
    }

    private void array(Collection<?> array) {
        array.forEach(this::write);
        put(END);
    }

    private void binary(byte[] data) {
        putAll(ByteBuffer.allocate(Integer.BYTES).putInt(data.length).array()).putAll(data);
    }

    private void uuid(UUID uuid) {
        putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
    }

    private void legacyUuid(UUID uuid) {
        signed(uuid.getMostSignificantBits()).signed(uuid.getLeastSignificantBits());
    }

    private void regex(BsonRegularExpression regex) {
        text(regex.getPattern()).text(Objects.toString(regex.getOptions(), ""));
    }

    private KeyWriter signed(long value) {
        return putLong(value ^ Long.MIN_VALUE);
    }

    KeyWriter putLong(long value) {
        return putAll(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    }

    KeyWriter put(byte value) {
        makeRoom(1);
        bytes[size++] = value;
        return this;
    }

    private KeyWriter putAll(byte[] values) {
        makeRoom(values.length);
        System.arraycopy(values, 0, bytes, size, values.length);
        size += values.length;
        return this;
    }

    private void makeRoom(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}

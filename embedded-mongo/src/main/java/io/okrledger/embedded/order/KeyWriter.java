package io.okrledger.embedded.order;

import static java.util.Objects.requireNonNull;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.exception.BadValueException;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes values one after the other so that the bytes sort like the list of the values. */
public final class KeyWriter {

    /** Ends a list or a text: lower than any tag and than any byte of a character. */
    private static final byte END = 0;

    /** Stands before a character that would look like this byte or like {@link #END}. */
    private static final byte ESCAPE = 1;

    private final KeyBuffer key = new KeyBuffer();

    public byte[] toBytes() {
        return key.toBytes();
    }

    /** @throws BadValueException when the value has no place in the order, not even roughly */
    public void write(@Nullable Object value, boolean ascending) {
        var start = key.size();
        write(value);
        if (!ascending) {
            key.invertFrom(start);
        }
    }

    void write(@Nullable Object value) {
        var kind = kindOf(value);
        key.put(kind.tag());
        content(kind, value);
    }

    private static Kind kindOf(@Nullable Object value) {
        var kind = Kind.of(value);
        if (kind == null) {
            throw new BadValueException("Values of type " + OrderedValue.typeOf(value) + " have no order");
        }
        return kind;
    }

    private void content(Kind kind, @Nullable Object nullable) {
        if (kind == Kind.NULL) {
            return;
        }
        var value = requireNonNull(nullable);
        switch (kind) {
            case NUMBER -> OrderedNumber.write((Number) value, key);
            case STRING -> text((String) value);
            case DOCUMENT -> document((Document) value);
            case ARRAY -> array((Collection<?>) value);
            case BINARY -> binary(((BinData) value).getData());
            case LEGACY_UUID -> legacyUuid(((LegacyUUID) value).getUuid());
            case UUID -> uuid((UUID) value);
            case OBJECT_ID -> key.put(((ObjectId) value).toByteArray());
            case BOOLEAN -> key.put((byte) ((Boolean) value ? 1 : 0));
            case INSTANT -> signed(((Instant) value).toEpochMilli());
            case TIMESTAMP -> key.putLong(((BsonTimestamp) value).getValue());
            case REGEX -> regex((BsonRegularExpression) value);
            case MIN_KEY, EMPTY_ARRAY, NULL, MAX_KEY -> {}
        }
    }

    private void text(String text) {
        for (var i = 0; i < text.length(); i++) {
            character(text.charAt(i));
        }
        key.put(END);
    }

    /** UTF-8 of the single UTF-16 code unit: surrogates sort where {@link String#compareTo} has them. */
    private void character(char unit) {
        if (unit <= ESCAPE) {
            key.put(ESCAPE).put((byte) (unit + 1));
        } else if (unit < 0x80) {
            key.put((byte) unit);
        } else if (unit < 0x800) {
            key.put((byte) (0xC0 | (unit >> 6))).put(continuation(unit));
        } else {
            key.put((byte) (0xE0 | (unit >> 12))).put(continuation(unit >> 6)).put(continuation(unit));
        }
    }

    private static byte continuation(int bits) {
        return (byte) (0x80 | (bits & 0x3F));
    }

    /** Field by field its type, its name and only then its value, as documents are compared. */
    private void document(Document document) {
        document.forEach((name, value) -> {
            var kind = kindOf(value);
            key.put(kind.tag());
            text(name);
            content(kind, value);
        });
        key.put(END);
    }

    private void array(Collection<?> array) {
        array.forEach(this::write);
        key.put(END);
    }

    private void binary(byte[] data) {
        key.putInt(data.length).put(data);
    }

    private void uuid(UUID uuid) {
        key.putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
    }

    private void legacyUuid(UUID uuid) {
        signed(uuid.getMostSignificantBits());
        signed(uuid.getLeastSignificantBits());
    }

    private void regex(BsonRegularExpression regex) {
        text(regex.getPattern());
        text(Objects.toString(regex.getOptions(), ""));
    }

    private void signed(long value) {
        key.putLong(value ^ Long.MIN_VALUE);
    }
}

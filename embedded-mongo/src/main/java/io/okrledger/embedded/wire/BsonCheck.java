package io.okrledger.embedded.wire;

import static de.bwaldvogel.mongo.wire.BsonConstants.BINARY_SUBTYPE_GENERIC;
import static de.bwaldvogel.mongo.wire.BsonConstants.BINARY_SUBTYPE_OLD_UUID;
import static de.bwaldvogel.mongo.wire.BsonConstants.BINARY_SUBTYPE_USER_DEFINED;
import static de.bwaldvogel.mongo.wire.BsonConstants.BINARY_SUBTYPE_UUID;
import static de.bwaldvogel.mongo.wire.BsonConstants.BOOLEAN_VALUE_FALSE;
import static de.bwaldvogel.mongo.wire.BsonConstants.BOOLEAN_VALUE_TRUE;
import static de.bwaldvogel.mongo.wire.BsonConstants.LENGTH_OBJECTID;
import static de.bwaldvogel.mongo.wire.BsonConstants.LENGTH_UUID;
import static de.bwaldvogel.mongo.wire.BsonConstants.STRING_TERMINATION;
import static de.bwaldvogel.mongo.wire.BsonConstants.TERMINATING_BYTE;
import static de.bwaldvogel.mongo.wire.BsonConstants.TYPE_ARRAY;
import static de.bwaldvogel.mongo.wire.BsonConstants.TYPE_BOOLEAN;
import static de.bwaldvogel.mongo.wire.BsonConstants.TYPE_DATA;
import static de.bwaldvogel.mongo.wire.BsonConstants.TYPE_DECIMAL128;
import static de.bwaldvogel.mongo.wire.BsonConstants.TYPE_DOUBLE;
import static de.bwaldvogel.mongo.wire.BsonConstants.TYPE_EMBEDDED_DOCUMENT;
import static de.bwaldvogel.mongo.wire.BsonConstants.TYPE_INT32;
import static de.bwaldvogel.mongo.wire.BsonConstants.TYPE_INT64;
import static de.bwaldvogel.mongo.wire.BsonConstants.TYPE_JAVASCRIPT_CODE;
import static de.bwaldvogel.mongo.wire.BsonConstants.TYPE_MAX_KEY;
import static de.bwaldvogel.mongo.wire.BsonConstants.TYPE_MIN_KEY;
import static de.bwaldvogel.mongo.wire.BsonConstants.TYPE_NULL;
import static de.bwaldvogel.mongo.wire.BsonConstants.TYPE_OBJECT_ID;
import static de.bwaldvogel.mongo.wire.BsonConstants.TYPE_REGEX;
import static de.bwaldvogel.mongo.wire.BsonConstants.TYPE_TIMESTAMP;
import static de.bwaldvogel.mongo.wire.BsonConstants.TYPE_UNDEFINED;
import static de.bwaldvogel.mongo.wire.BsonConstants.TYPE_UTC_DATETIME;
import static de.bwaldvogel.mongo.wire.BsonConstants.TYPE_UTF8_STRING;

import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import io.netty.buffer.Unpooled;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Goes through the bytes of a document to see whether it could be read, in a fraction of the time that reading takes. What
 * it cannot tell, it tries.
 */
final class BsonCheck {

    /** What a server takes. */
    private static final int DEEPEST = 200;

    /** The names of a document and of those around it; more of them are rare. */
    private static final int MOST_NAMES = 128;

    private static final int NO_NUMBER = -1;
    private static final int TEN = 10;

    private final ByteBuffer in;
    private final int[] hashes = new int[MOST_NAMES];
    private int names;
    private int depth;
    private boolean distinctNames = true;
    private boolean plainNames = true;

    private BsonCheck(byte[] bytes) {
        in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** @throws IllegalArgumentException if it is no document, or has a kind of value that the store does not know */
    static BsonCheck requireReadable(byte[] bytes) {
        var check = new BsonCheck(bytes);
        try {
            check.document();
            check.require(!check.in.hasRemaining());
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("a document is cut off", e);
        }
        if (!check.distinctNames) {
            BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
        }
        return check;
    }

    /** Whether no name in it is that of an operator or of a path. */
    boolean hasPlainNames() {
        return plainNames;
    }

    private void document() {
        var end = begin();
        var first = names;
        for (var type = in.get(); type != TERMINATING_BYTE; type = in.get()) {
            addName(name(), first);
            value(type);
        }
        names = first;
        end(end);
    }

    private void array() {
        var end = begin();
        var index = 0;
        for (var type = in.get(); type != TERMINATING_BYTE; type = in.get()) {
            distinctNames &= number() == index++;
            value(type);
        }
        end(end);
    }

    private int begin() {
        require(++depth <= DEEPEST);
        var start = in.position();
        return start + in.getInt();
    }

    private void end(int end) {
        require(in.position() == end);
        depth--;
    }

    /** @return its hash */
    private int name() {
        var letter = in.get();
        plainNames &= letter != '$';
        var hash = 0;
        for (; letter != STRING_TERMINATION; letter = in.get()) {
            plainNames &= letter != '.';
            hash = 31 * hash + letter;
        }
        return hash;
    }

    private void addName(int hash, int first) {
        for (var i = first; i < names; i++) {
            distinctNames &= hashes[i] != hash;
        }
        if (names < MOST_NAMES) {
            hashes[names++] = hash;
        } else {
            distinctNames = false;
        }
    }

    private int number() {
        var number = 0;
        for (var digit = in.get(); digit != STRING_TERMINATION; digit = in.get()) {
            number = number >= 0 && '0' <= digit && digit <= '9' ? TEN * number + digit - '0' : NO_NUMBER;
        }
        return number;
    }

    private void value(byte type) {
        switch (type) {
            case TYPE_NULL, TYPE_UNDEFINED, TYPE_MIN_KEY, TYPE_MAX_KEY -> {}
            case TYPE_BOOLEAN -> bool();
            case TYPE_INT32 -> skip(Integer.BYTES);
            case TYPE_INT64, TYPE_DOUBLE, TYPE_UTC_DATETIME, TYPE_TIMESTAMP -> skip(Long.BYTES);
            case TYPE_DECIMAL128 -> skip(2 * Long.BYTES);
            case TYPE_OBJECT_ID -> skip(LENGTH_OBJECTID);
            case TYPE_UTF8_STRING, TYPE_JAVASCRIPT_CODE -> text();
            case TYPE_DATA -> data();
            case TYPE_EMBEDDED_DOCUMENT -> document();
            case TYPE_ARRAY -> array();
            case TYPE_REGEX -> {
                zeroTerminated();
                zeroTerminated();
            }
            default -> throw new IllegalArgumentException("a value of the unknown type " + type);
        }
    }

    private void zeroTerminated() {
        while (in.get() != STRING_TERMINATION) {
            // to its end
        }
    }

    private void bool() {
        var value = in.get();
        require(value == BOOLEAN_VALUE_TRUE || value == BOOLEAN_VALUE_FALSE);
    }

    private void text() {
        skip(in.getInt() - 1);
        require(in.get() == STRING_TERMINATION);
    }

    private void data() {
        var length = in.getInt();
        switch (in.get()) {
            case BINARY_SUBTYPE_GENERIC, BINARY_SUBTYPE_USER_DEFINED -> {}
            case BINARY_SUBTYPE_UUID, BINARY_SUBTYPE_OLD_UUID -> require(length == LENGTH_UUID);
            default -> throw new IllegalArgumentException("binary data of an unknown kind");
        }
        skip(length);
    }

    private void skip(int bytes) {
        require(bytes >= 0 && bytes <= in.remaining());
        in.position(in.position() + bytes);
    }

    private void require(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException("a document breaks off or goes wrong at byte " + in.position());
        }
    }
}

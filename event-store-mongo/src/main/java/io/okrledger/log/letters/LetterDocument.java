package io.okrledger.log.letters;

import static java.util.Objects.requireNonNullElse;

import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.deadletter.Cause;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * A letter as it is stored. Its id is made of group and position, so that an event which is delivered again is parked
 * once, and positions put a sequence in order.
 */
final class LetterDocument {

    static final String ID = "_id";
    static final String GROUP = "group";
    static final String SEQUENCE = "sequence";
    static final String POSITION = "pos";
    static final String CAUSE = "cause";
    static final String DIAGNOSTICS = "diagnostics";
    static final String ENQUEUED = "enqueued";
    static final String TOUCHED = "touched";
    static final String TRIES = "tries";
    static final String CLAIM = "claim";

    static final Bson INDEX = Indexes.ascending(GROUP, SEQUENCE, POSITION);

    private static final String TYPE = "type";
    private static final String MESSAGE = "message";

    private LetterDocument() {}

    static String id(String group, long position) {
        return group + "/" + position;
    }

    static long position(EventMessage<?> event) {
        var position = event instanceof TrackedEventMessage<?> tracked
                ? tracked.trackingToken().position()
                : OptionalLong.empty();
        return position.orElseThrow(
                () -> new IllegalArgumentException("only what is in the log can be parked: " + event));
    }

    static BsonDocument of(String group, String sequence, DeadLetter<? extends EventMessage<?>> letter) {
        var position = position(letter.message());
        return new BsonDocument(ID, new BsonString(id(group, position)))
                .append(GROUP, new BsonString(group))
                .append(SEQUENCE, new BsonString(sequence))
                .append(POSITION, new BsonInt64(position))
                .append(CAUSE, cause(letter.cause().orElse(null)))
                .append(DIAGNOSTICS, diagnostics(letter.diagnostics()))
                .append(ENQUEUED, instant(letter.enqueuedAt()))
                .append(TOUCHED, instant(letter.lastTouched()))
                .append(TRIES, new BsonInt32(letter.cause().isPresent() ? 1 : 0));
    }

    static BsonValue cause(@Nullable Cause cause) {
        return cause == null
                ? BsonNull.VALUE
                : new BsonDocument(TYPE, new BsonString(cause.type()))
                        .append(MESSAGE, new BsonString(requireNonNullElse(cause.message(), "")));
    }

    static BsonDocument diagnostics(MetaData diagnostics) {
        var document = new BsonDocument();
        diagnostics.forEach((key, value) -> document.append(key, new BsonString(String.valueOf(value))));
        return document;
    }

    static BsonDateTime instant(Instant instant) {
        return new BsonDateTime(instant.toEpochMilli());
    }

    static Instant instant(BsonDocument letter, String field) {
        return Instant.ofEpochMilli(letter.getDateTime(field).getValue());
    }

    static String sequence(BsonDocument letter) {
        return letter.getString(SEQUENCE).getValue();
    }

    static long position(BsonDocument letter) {
        return letter.getInt64(POSITION).getValue();
    }

    static int tries(BsonDocument letter) {
        return letter.getInt32(TRIES).getValue();
    }

    static Optional<Cause> cause(BsonDocument letter) {
        return letter.get(CAUSE) instanceof BsonDocument cause
                ? Optional.of(new ThrowableCause(
                        cause.getString(TYPE).getValue(),
                        cause.getString(MESSAGE).getValue()))
                : Optional.empty();
    }

    static DeadLetter<EventMessage<?>> letter(BsonDocument letter, EventMessage<?> event) {
        var diagnostics = MetaData.emptyInstance();
        for (var entry : letter.getDocument(DIAGNOSTICS).entrySet()) {
            diagnostics =
                    diagnostics.and(entry.getKey(), entry.getValue().asString().getValue());
        }
        return new GenericDeadLetter<>(
                sequence(letter),
                event,
                cause(letter).orElse(null),
                instant(letter, ENQUEUED),
                instant(letter, TOUCHED),
                diagnostics);
    }
}

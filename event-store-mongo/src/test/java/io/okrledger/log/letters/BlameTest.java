package io.okrledger.log.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.bulk.WriteConcernError;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.messaging.deadletter.DeadLetterQueueOverflowException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.SerializationException;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonMaximumSizeExceededException;
import org.bson.BsonString;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BlameTest {

    private static final ServerAddress SERVER = new ServerAddress();
    private static final int DUPLICATE_KEY = 11000;
    private static final int TOO_LARGE = 10334;
    private static final int OUT_OF_DISK_SPACE = 14031;
    private static final int NOT_PRIMARY = 10107;

    static Stream<Arguments> failures() {
        return Stream.of(
                arguments(new NullPointerException(), true),
                arguments(new SerializationException("no such enum"), true),
                arguments(new IllegalStateException(new StackOverflowError()), true),
                arguments(new BsonMaximumSizeExceededException("17 MB"), true),
                arguments(write(TOO_LARGE), true),
                arguments(writes(null, DUPLICATE_KEY, TOO_LARGE), true),
                arguments(command(TOO_LARGE), true),
                arguments(write(OUT_OF_DISK_SPACE), false),
                arguments(writes(null, DUPLICATE_KEY, NOT_PRIMARY), false),
                arguments(writes(new WriteConcernError(64, "", "", new BsonDocument()), TOO_LARGE), false),
                arguments(command(OUT_OF_DISK_SPACE), false),
                arguments(new MongoTimeoutException("nobody answers"), false),
                arguments(new MongoSocketReadException("cut", SERVER), false),
                arguments(new MongoNotPrimaryException(response(NOT_PRIMARY), SERVER), false),
                arguments(new MongoInterruptedException("shutting down", new InterruptedException()), false),
                arguments(new IllegalStateException(new MongoTimeoutException("nobody answers")), false),
                arguments(new IllegalStateException(new OutOfMemoryError()), false),
                arguments(new UnableToClaimTokenException("stolen"), false),
                arguments(new DeadLetterQueueOverflowException("full"), false),
                arguments(new ConcurrencyException("somebody was faster"), false));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void onlyWhatWouldFailAgainAndAloneIsBlamedOnTheEvent(Exception failure, boolean onEvent) {
        assertThat(Blame.isOnEvent(failure)).isEqualTo(onEvent);
    }

    private static MongoWriteException write(int code) {
        return new MongoWriteException(new WriteError(code, "", new BsonDocument()), SERVER, Set.of());
    }

    private static MongoBulkWriteException writes(WriteConcernError concern, int... codes) {
        var errors = IntStream.of(codes)
                .mapToObj(code -> new BulkWriteError(code, "", new BsonDocument(), 0))
                .toList();
        return new MongoBulkWriteException(
                BulkWriteResult.acknowledged(0, 0, 0, 0, List.of(), List.of()), errors, concern, SERVER, Set.of());
    }

    private static MongoCommandException command(int code) {
        return new MongoCommandException(response(code), SERVER);
    }

    private static BsonDocument response(int code) {
        return new BsonDocument("ok", new BsonInt32(0))
                .append("code", new BsonInt32(code))
                .append("errmsg", new BsonString(""));
    }
}

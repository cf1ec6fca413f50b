package io.okrledger.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.MongoSocketOpenException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoSocketReadTimeoutException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteConcernResult;
import com.mongodb.WriteError;
import com.mongodb.bulk.WriteConcernError;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalTest {

    private static final ServerAddress SERVER = new ServerAddress("localhost", 1);

    private static WriteError refused(int code, String message, String details) {
        return new WriteError(code, message, BsonDocument.parse(details));
    }

    private static MongoException failed(int code, String name) {
        var answer = new BsonDocument("ok", new BsonInt32(0))
                .append("code", new BsonInt32(code))
                .append("codeName", new BsonString(name));
        return new MongoCommandException(answer, SERVER);
    }

    /** With and without the pattern, in the wordings of several servers. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POSITION | E11000 duplicate key error collection: d.events index: _id_ dup key: { _id: 7 } | {}",
                "STREAM | E11000 duplicate key error collection: d.events index: streams.id_1_streams.from_1 dup key: { } | {}",
                "KEY | E11000 duplicate key error collection: d.events index: key_1 dup key: { key: \"_id_\" } | {}",
                "POSITION | whatever | {keyPattern: {_id: 1}}",
                "STREAM | whatever | {keyPattern: {'streams.id': 1, 'streams.from': 1}}",
                "KEY | whatever | {keyPattern: {key: 1}}"
            })
    void aDuplicateIsToldByItsIndex(Refusal expected, String message, String details) {
        assertThat(Refusal.of(refused(11000, message, details))).isEqualTo(expected);
    }

    @Test
    void whatIsNoDuplicateIsRejected() {
        assertThat(Refusal.of(refused(121, "Document failed validation", "{}"))).isEqualTo(Refusal.REJECTED);
    }

    static Stream<MongoException> notWritten() {
        return Stream.of(
                failed(14031, "OutOfDiskSpace"),
                new MongoTimeoutException("no server"),
                new MongoSocketOpenException("refused", SERVER));
    }

    @ParameterizedTest
    @MethodSource("notWritten")
    void whatWasNotSentOrNotTakenIsNotWritten(MongoException failure) {
        assertThat(Refusal.of(failure)).isEqualTo(Refusal.NOT_WRITTEN);
    }

    static Stream<MongoException> unknown() {
        return Stream.of(
                failed(1, "InternalError"),
                new MongoSocketReadException("cut", SERVER),
                new MongoSocketReadTimeoutException("late", SERVER, new RuntimeException()),
                new MongoOperationTimeoutException("late"),
                new MongoNotPrimaryException(new BsonDocument(), SERVER),
                new MongoWriteConcernException(
                        new WriteConcernError(64, "WriteConcernFailed", "waiting", new BsonDocument()),
                        WriteConcernResult.acknowledged(1, false, null),
                        SERVER,
                        Set.of()));
    }

    @ParameterizedTest
    @MethodSource("unknown")
    void whatMayHaveArrivedIsUnknown(MongoException failure) {
        assertThat(Refusal.of(failure)).isEqualTo(Refusal.UNKNOWN);
    }
}

package io.okrledger.log;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.MongoSocketOpenException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.WriteError;
import java.util.regex.Pattern;

/** Why a commit was not acknowledged. */
enum Refusal {
    /** Another commit has the position. */
    POSITION,
    /** Another commit begins at the same place of a stream. */
    STREAM,
    /** Another commit has the idempotency key. */
    KEY,
    /** The store has refused the document for another reason. */
    REJECTED,
    /** The store was not reached or has no room: nothing is stored. */
    NOT_WRITTEN,
    /** The document may be stored, may be stored later, or may be rolled back. */
    UNKNOWN;

    /** A store that looks for room before it writes says so when there is none. */
    private static final int OUT_OF_DISK_SPACE = 14031;

    private static final Pattern INDEX_NAME = Pattern.compile(" index: (\\S+) ");

    /** Of one document. */
    static Refusal of(WriteError error) {
        return error.getCategory() == ErrorCategory.DUPLICATE_KEY ? duplicate(error) : REJECTED;
    }

    /** Of a whole insert, or of the first document that was refused. */
    static Refusal of(MongoException failure) {
        if (failure instanceof MongoBulkWriteException part
                && !part.getWriteErrors().isEmpty()) {
            return of(part.getWriteErrors().get(0));
        }
        if (failure instanceof MongoOperationTimeoutException) {
            return UNKNOWN;
        }
        return isWithoutEffect(failure) ? NOT_WRITTEN : UNKNOWN;
    }

    private static boolean isWithoutEffect(MongoException failure) {
        return failure instanceof MongoTimeoutException
                || failure instanceof MongoSocketOpenException
                || (failure instanceof MongoCommandException && failure.getCode() == OUT_OF_DISK_SPACE);
    }

    /** Newer servers say which index it was; of older ones the message must be read, whose wording varies. */
    private static Refusal duplicate(WriteError error) {
        var keyPattern = error.getDetails().getDocument("keyPattern", null);
        var index = keyPattern == null ? indexName(error.getMessage()) : keyPattern.getFirstKey();
        if (index.startsWith(CommitCodec.STREAMS)) {
            return STREAM;
        }
        return index.startsWith(CommitCodec.KEY) ? KEY : POSITION;
    }

    private static String indexName(String message) {
        var matcher = INDEX_NAME.matcher(message);
        if (!matcher.find()) {
            throw new IllegalStateException("a duplicate of an index without a name: " + message);
        }
        return matcher.group(1);
    }
}

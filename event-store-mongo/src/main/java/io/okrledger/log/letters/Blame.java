package io.okrledger.log.letters;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.WriteError;
import io.okrledger.log.LogUnavailableException;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.common.AxonTransientException;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.messaging.deadletter.DeadLetterQueueOverflowException;

/**
 * Whether it is the event that cannot be handled, or its surroundings that failed: the store, the network, another node,
 * this process. Only the first would happen again with this event and not with others. In doubt about the store it is the
 * store, because an event that is tried again in vain is noticed, and thousands of letters after an outage help nobody.
 */
final class Blame {

    /** By these a server refuses one document or one operation for what is in it; by all others, for its own state. */
    private static final Set<Integer> OF_WHAT_WAS_SENT = Set.of(
            2, // BadValue
            9, // FailedToParse
            14, // TypeMismatch
            28, // PathNotViable
            52, // DollarPrefixedFieldName
            56, // EmptyFieldName
            57, // DottedFieldName
            66, // ImmutableField
            121, // DocumentValidationFailure
            171, // CannotIndexParallelArrays
            10334, // BSONObjectTooLarge
            11000, // DuplicateKey
            17280, // KeyTooLong
            17419, // a document that would be too large after the update
            17420); // a document that would be too large after the update

    private Blame() {}

    static boolean isOnEvent(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .noneMatch(Blame::isOnSurroundings);
    }

    private static boolean isOnSurroundings(Throwable cause) {
        return cause instanceof LogUnavailableException
                || (cause instanceof MongoException failure && !isOfWhatWasSent(failure))
                || cause instanceof UnableToClaimTokenException
                || cause instanceof DeadLetterQueueOverflowException
                || cause instanceof AxonTransientException
                || cause instanceof InterruptedException
                || (cause instanceof VirtualMachineError && !(cause instanceof StackOverflowError));
    }

    private static boolean isOfWhatWasSent(MongoException failure) {
        if (failure instanceof MongoBulkWriteException writes) {
            return writes.getWriteConcernError() == null
                    && writes.getWriteErrors().stream().map(WriteError::getCode).allMatch(OF_WHAT_WAS_SENT::contains);
        }
        return OF_WHAT_WAS_SENT.contains(failure.getCode());
    }
}

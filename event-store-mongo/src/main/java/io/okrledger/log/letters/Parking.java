package io.okrledger.log.letters;

import static io.okrledger.log.letters.LetterDocument.position;
import static java.util.Objects.requireNonNullElseGet;

import io.okrledger.log.tokens.BatchFlush;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.async.SequencingPolicy;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands in front of the handlers of one processor and parks what they cannot handle.
 *
 * <p>A batch fails as a whole: a handler fails in its midst, or what was put off in {@link BatchFlush} fails at its end,
 * where nobody can say for which event. Nothing of it is kept, and each of its events so far is under suspicion. When the
 * batch is delivered again, a suspect is handled alone: what came before it is written, then it is handled and what it
 * puts off is written. If that fails the event is parked, and what it has put off is forgotten. So an event is parked only
 * for what it did alone, twice, and all others have been written, in order, before the token of the batch is stored.
 *
 * <p>Who is under suspicion is known in memory only: after a crash, or on another node, the batch fails once more.
 */
public final class Parking implements MessageHandlerInterceptor<EventMessage<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(Parking.class);
    private static final String PARKED = Parking.class.getName() + ".parked";

    private final String group;
    private final MongoDeadLetters letters;
    private final Supplier<SequencingPolicy<? super EventMessage<?>>> policy;
    private final Set<Long> suspects = ConcurrentHashMap.newKeySet();

    /** @param policy by which the processor keeps events in order */
    Parking(String group, MongoDeadLetters letters, Supplier<SequencingPolicy<? super EventMessage<?>>> policy) {
        this.group = group;
        this.letters = letters;
        this.policy = policy;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends EventMessage<?>> batch, InterceptorChain handlers)
            throws Exception {
        var event = batch.getMessage();
        if (!(event instanceof TrackedEventMessage<?>) || isRetry(batch)) {
            return proceed(handlers);
        }
        var sequence = sequence(event);
        if (parked(batch).contains(sequence)) {
            if (letters.enqueueIfPresent(sequence, () -> new GenericDeadLetter<>(sequence, event))) {
                return null;
            }
            // Its letters lie behind it, or were handled meanwhile: then what this batch has read of them may be older.
            BatchFlush.runPending();
        }
        if (suspects.contains(position(event))) {
            var result = handleAlone(event, sequence, batch, handlers);
            suspects.remove(position(event));
            return result;
        }
        batch.onRollback(rolledBack -> suspect(event, rolledBack));
        return proceed(handlers);
    }

    private @Nullable Object handleAlone(
            EventMessage<?> event, String sequence, UnitOfWork<?> batch, InterceptorChain handlers) throws Exception {
        BatchFlush.runPending();
        try {
            var result = proceed(handlers);
            BatchFlush.runPending();
            return result;
        } catch (Exception failure) {
            BatchFlush.discardPending();
            if (!Blame.isOnEvent(failure)) {
                throw failure;
            }
            park(event, sequence, failure);
            parked(batch).add(sequence);
            return null;
        }
    }

    private void park(EventMessage<?> event, String sequence, Exception failure) {
        var letter = new GenericDeadLetter<EventMessage<?>>(sequence, event);
        letters.enqueue(sequence, letter.withCause(ThrowableCause.truncated(failure)));
        LOG.error(
                "{} cannot handle the event at {}; it is parked, and what follows in {} with it",
                group,
                position(event),
                sequence,
                failure);
    }

    private void suspect(EventMessage<?> event, UnitOfWork<?> rolledBack) {
        if (Blame.isOnEvent(rolledBack.getExecutionResult().getExceptionResult())) {
            suspects.add(position(event));
        }
    }

    /**
     * The sequences that have letters. New ones are added by whoever has claimed the segment, and by him alone; so it is
     * enough to ask once in a batch, after the claim, which spares the store a question for each event.
     */
    private Set<String> parked(UnitOfWork<?> batch) {
        return batch.root().getOrComputeResource(PARKED, none -> letters.sequences());
    }

    private String sequence(EventMessage<?> event) {
        return requireNonNullElseGet(policy.get().getSequenceIdentifierFor(event), event::getIdentifier)
                .toString();
    }

    static boolean isRetry(UnitOfWork<?> work) {
        return work.resources().containsKey(DeadLetter.class.getName());
    }

    /** Axon ends the thread of a segment on an error, and nobody would notice that it stands still. */
    private static @Nullable Object proceed(InterceptorChain handlers) throws Exception {
        try {
            return handlers.proceed();
        } catch (Error e) {
            throw new IllegalStateException("The handler failed with " + e, e);
        }
    }
}

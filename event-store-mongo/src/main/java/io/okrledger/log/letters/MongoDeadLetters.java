package io.okrledger.log.letters;

import static io.okrledger.log.letters.LetterDocument.TOUCHED;
import static io.okrledger.log.letters.LetterDocument.position;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.DeadLetterQueueOverflowException;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.NoSuchDeadLetterException;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.bson.BsonDocument;

/**
 * The letters of one processing group, one document each; a sequence is what must be handled in order, a stream as a rule.
 * A letter says where its event is in the log and holds no copy of it: what is handled again is what the log says, by the
 * upcasters of the day, and nobody's data lies in a second place. So only events of the log can be enqueued, and a
 * sequence is in the order of their positions.
 *
 * <p>Enqueuing an event that is there already changes nothing. A sequence is processed by one caller at a time, on whatever
 * node; the claim of one who died is taken over when it has been seen unchanged for the timeout.
 */
public final class MongoDeadLetters implements SequencedDeadLetterQueue<EventMessage<?>> {

    private final Letters letters;
    private final LongFunction<Optional<TrackedEventMessage<?>>> events;
    private final Limits limits;

    MongoDeadLetters(Letters letters, LongFunction<Optional<TrackedEventMessage<?>>> events, Limits limits) {
        this.letters = letters;
        this.events = events;
        this.limits = limits;
    }

    @Override
    public void enqueue(Object sequenceIdentifier, DeadLetter<? extends EventMessage<?>> letter) {
        if (letters.contains(position(letter.message()))) {
            return;
        }
        if (isFull(sequenceIdentifier)) {
            throw new DeadLetterQueueOverflowException(
                    "no room for another letter of %s, whose events stand still until".formatted(letters.group())
                            + " letters are handled or discarded: " + limits);
        }
        letters.insert(sequenceIdentifier, letter);
    }

    @Override
    public boolean enqueueIfPresent(
            Object sequenceIdentifier, Supplier<DeadLetter<? extends EventMessage<?>>> letterBuilder) {
        if (!contains(sequenceIdentifier)) {
            return false;
        }
        var letter = letterBuilder.get();
        enqueue(sequenceIdentifier, letter);
        if (isBlocked(sequenceIdentifier, position(letter.message()))) {
            return true;
        }
        evict(letter);
        return false;
    }

    /** What was in front may have been handled meanwhile: then nobody would bring a letter on its way that never failed. */
    private boolean isBlocked(Object sequence, long position) {
        var head = letters.head(sequence);
        return head != null && (position(head) < position || LetterDocument.tries(head) > 0);
    }

    @Override
    public void evict(DeadLetter<? extends EventMessage<?>> letter) {
        evict(position(letter.message()));
    }

    boolean evict(long position) {
        return letters.delete(position);
    }

    @Override
    public void requeue(
            DeadLetter<? extends EventMessage<?>> letter,
            UnaryOperator<DeadLetter<? extends EventMessage<?>>> letterUpdater) {
        if (!letters.update(letterUpdater.apply(letter).markTouched())) {
            throw new NoSuchDeadLetterException(
                    "%s has no letter for the event at %d".formatted(letters.group(), position(letter.message())));
        }
    }

    @Override
    public boolean contains(Object sequenceIdentifier) {
        return letters.head(sequenceIdentifier) != null;
    }

    @Override
    public Iterable<DeadLetter<? extends EventMessage<?>>> deadLetterSequence(Object sequenceIdentifier) {
        return letters.sequence(sequenceIdentifier).stream()
                .flatMap(document -> letter(document).stream())
                .<DeadLetter<? extends EventMessage<?>>>map(letter -> letter)
                .toList();
    }

    @Override
    public Iterable<Iterable<DeadLetter<? extends EventMessage<?>>>> deadLetters() {
        return heads().stream()
                .map(LetterDocument::sequence)
                .map(this::deadLetterSequence)
                .toList();
    }

    @Override
    public boolean isFull(Object sequenceIdentifier) {
        var size = sequenceSize(sequenceIdentifier);
        return size > 0 ? size >= limits.lettersPerSequence() : amountOfSequences() >= limits.sequences();
    }

    @Override
    public long size() {
        return letters.count();
    }

    @Override
    public long sequenceSize(Object sequenceIdentifier) {
        return letters.count(sequenceIdentifier);
    }

    @Override
    public long amountOfSequences() {
        return sequences().size();
    }

    /** The sequences that have letters. */
    Set<String> sequences() {
        return letters.sequences();
    }

    /** The letter in front of each sequence, the one that was not touched for the longest time first. */
    List<BsonDocument> heads() {
        return sequences().stream()
                .flatMap(sequence -> Optional.ofNullable(letters.head(sequence)).stream())
                .sorted(Comparator.comparing(document -> document.getDateTime(TOUCHED)))
                .toList();
    }

    @Override
    public boolean process(
            Predicate<DeadLetter<? extends EventMessage<?>>> sequenceFilter,
            Function<DeadLetter<? extends EventMessage<?>>, EnqueueDecision<EventMessage<?>>> processingTask) {
        var turn = new Turn(this, letters, processingTask);
        return heads().stream()
                .filter(head -> letter(head).map(sequenceFilter::test).orElse(true))
                .flatMap(head -> turn.claim(head).stream())
                .findFirst()
                .map(turn::processFrom)
                .orElse(false);
    }

    /** Processes one sequence; false also if it has no letters or somebody else is at it. */
    boolean process(
            String sequence, Function<DeadLetter<? extends EventMessage<?>>, EnqueueDecision<EventMessage<?>>> task) {
        var turn = new Turn(this, letters, task);
        return Optional.ofNullable(letters.head(sequence))
                .flatMap(turn::claim)
                .map(turn::processFrom)
                .orElse(false);
    }

    /** Nothing when an upcaster has taken the event out: then there is nothing left to be handled. */
    Optional<DeadLetter<EventMessage<?>>> letter(BsonDocument document) {
        return events.apply(position(document)).map(event -> LetterDocument.letter(document, event));
    }

    @Override
    public void clear() {
        letters.deleteAll();
    }
}

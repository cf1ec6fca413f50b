package io.okrledger.log.letters;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static io.okrledger.log.letters.LetterDocument.CAUSE;
import static io.okrledger.log.letters.LetterDocument.CLAIM;
import static io.okrledger.log.letters.LetterDocument.DIAGNOSTICS;
import static io.okrledger.log.letters.LetterDocument.GROUP;
import static io.okrledger.log.letters.LetterDocument.ID;
import static io.okrledger.log.letters.LetterDocument.POSITION;
import static io.okrledger.log.letters.LetterDocument.SEQUENCE;
import static io.okrledger.log.letters.LetterDocument.TOUCHED;
import static io.okrledger.log.letters.LetterDocument.TRIES;
import static io.okrledger.log.letters.LetterDocument.position;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import io.okrledger.log.tokens.Sightings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
import org.bson.BsonNull;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

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

    private static final FindOneAndUpdateOptions AFTER =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<BsonDocument> letters;
    private final String group;
    private final LongFunction<Optional<TrackedEventMessage<?>>> events;
    private final Limits limits;
    private final Sightings claims;

    MongoDeadLetters(
            MongoCollection<BsonDocument> letters,
            String group,
            LongFunction<Optional<TrackedEventMessage<?>>> events,
            Limits limits,
            Sightings claims) {
        this.letters = letters;
        this.group = group;
        this.events = events;
        this.limits = limits;
        this.claims = claims;
    }

    @Override
    public void enqueue(Object sequenceIdentifier, DeadLetter<? extends EventMessage<?>> letter) {
        var document = LetterDocument.of(group, sequenceIdentifier.toString(), letter);
        if (exists(eq(ID, document.get(ID)))) {
            return;
        }
        if (isFull(sequenceIdentifier)) {
            throw new DeadLetterQueueOverflowException(
                    "no room for another letter of %s, whose events stand still until".formatted(group)
                            + " letters are handled or discarded: " + limits);
        }
        try {
            letters.insertOne(document);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
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
        var head = head(sequence);
        return head != null && (position(head) < position || LetterDocument.tries(head) > 0);
    }

    @Override
    public void evict(DeadLetter<? extends EventMessage<?>> letter) {
        evict(position(letter.message()));
    }

    boolean evict(long position) {
        return letters.deleteOne(eq(ID, LetterDocument.id(group, position))).getDeletedCount() > 0;
    }

    @Override
    public void requeue(
            DeadLetter<? extends EventMessage<?>> letter,
            UnaryOperator<DeadLetter<? extends EventMessage<?>>> letterUpdater) {
        var id = LetterDocument.id(group, position(letter.message()));
        var updated = letterUpdater.apply(letter).markTouched();
        var result = letters.updateOne(
                eq(ID, id),
                combine(
                        set(CAUSE, LetterDocument.cause(updated.cause().orElse(null))),
                        set(DIAGNOSTICS, LetterDocument.diagnostics(updated.diagnostics())),
                        set(TOUCHED, LetterDocument.instant(updated.lastTouched())),
                        inc(TRIES, 1),
                        unset(CLAIM)));
        if (result.getMatchedCount() == 0) {
            throw new NoSuchDeadLetterException("there is no letter " + id);
        }
    }

    @Override
    public boolean contains(Object sequenceIdentifier) {
        return exists(of(sequenceIdentifier));
    }

    private boolean exists(Bson filter) {
        return letters.find(filter).first() != null;
    }

    @Override
    public Iterable<DeadLetter<? extends EventMessage<?>>> deadLetterSequence(Object sequenceIdentifier) {
        var sequence = new ArrayList<DeadLetter<? extends EventMessage<?>>>();
        for (var document : letters.find(of(sequenceIdentifier)).sort(ascending(POSITION))) {
            letter(document).ifPresent(sequence::add);
        }
        return sequence;
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
        return letters.countDocuments(eq(GROUP, group));
    }

    @Override
    public long sequenceSize(Object sequenceIdentifier) {
        return letters.countDocuments(of(sequenceIdentifier));
    }

    @Override
    public long amountOfSequences() {
        return sequences().size();
    }

    /** The sequences that have letters. */
    Set<String> sequences() {
        return letters.distinct(SEQUENCE, eq(GROUP, group), String.class).into(new HashSet<>());
    }

    /** The letter in front of each sequence, the one that was not touched for the longest time first. */
    List<BsonDocument> heads() {
        return sequences().stream()
                .flatMap(sequence -> Optional.ofNullable(head(sequence)).stream())
                .sorted(Comparator.comparing(document -> document.getDateTime(TOUCHED)))
                .toList();
    }

    private @Nullable BsonDocument head(Object sequence) {
        return letters.find(of(sequence)).sort(ascending(POSITION)).first();
    }

    @Override
    public boolean process(
            Predicate<DeadLetter<? extends EventMessage<?>>> sequenceFilter,
            Function<DeadLetter<? extends EventMessage<?>>, EnqueueDecision<EventMessage<?>>> processingTask) {
        var caller = UUID.randomUUID().toString();
        return heads().stream()
                .filter(head -> letter(head).map(sequenceFilter::test).orElse(true))
                .flatMap(head -> claim(head, caller).stream())
                .findFirst()
                .map(claimed -> processFrom(claimed, caller, processingTask))
                .orElse(false);
    }

    /** Processes one sequence; false also if it has no letters or somebody else is at it. */
    boolean process(
            String sequence, Function<DeadLetter<? extends EventMessage<?>>, EnqueueDecision<EventMessage<?>>> task) {
        var caller = UUID.randomUUID().toString();
        return Optional.ofNullable(head(sequence))
                .flatMap(head -> claim(head, caller))
                .map(claimed -> processFrom(claimed, caller, task))
                .orElse(false);
    }

    private boolean processFrom(
            BsonDocument first,
            String caller,
            Function<DeadLetter<? extends EventMessage<?>>, EnqueueDecision<EventMessage<?>>> task) {
        for (var document = first; document != null; ) {
            if (!processOne(document, task)) {
                return false;
            }
            var next = head(LetterDocument.sequence(document));
            if (next != null && claim(next, caller).isEmpty()) {
                return false;
            }
            document = next;
        }
        return true;
    }

    private boolean processOne(
            BsonDocument document,
            Function<DeadLetter<? extends EventMessage<?>>, EnqueueDecision<EventMessage<?>>> task) {
        var letter = letter(document).orElse(null);
        if (letter != null) {
            var decision = decide(document, letter, task);
            if (decision.shouldEnqueue()) {
                requeue(
                        letter,
                        touched -> decision.withDiagnostics(touched)
                                .withCause(decision.enqueueCause().orElse(null)));
                return false;
            }
        }
        evict(position(document));
        return true;
    }

    private EnqueueDecision<EventMessage<?>> decide(
            BsonDocument document,
            DeadLetter<EventMessage<?>> letter,
            Function<DeadLetter<? extends EventMessage<?>>, EnqueueDecision<EventMessage<?>>> task) {
        var decided = false;
        try {
            var decision = task.apply(letter);
            decided = true;
            return decision;
        } finally {
            if (!decided) {
                letters.updateOne(eq(ID, document.get(ID)), unset(CLAIM));
            }
        }
    }

    private Optional<BsonDocument> claim(BsonDocument letter, String caller) {
        var holder = letter.get(CLAIM, BsonNull.VALUE);
        if (!holder.isNull() && !claims.silent(letter.getString(ID).getValue(), holder)) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                letters.findOneAndUpdate(and(eq(ID, letter.get(ID)), eq(CLAIM, holder)), set(CLAIM, caller), AFTER));
    }

    /** Nothing when an upcaster has taken the event out: then there is nothing left to be handled. */
    private Optional<DeadLetter<EventMessage<?>>> letter(BsonDocument document) {
        return events.apply(position(document)).map(event -> LetterDocument.letter(document, event));
    }

    @Override
    public void clear() {
        letters.deleteMany(eq(GROUP, group));
    }

    private Bson of(Object sequence) {
        return and(eq(GROUP, group), eq(SEQUENCE, sequence.toString()));
    }
}

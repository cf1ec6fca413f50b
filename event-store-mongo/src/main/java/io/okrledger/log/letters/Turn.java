package io.okrledger.log.letters;

import static io.okrledger.log.letters.LetterDocument.position;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.bson.BsonDocument;

/**
 * One caller's turn at a sequence. It claims the letter in front, has it handled and takes it away, and so on to the end,
 * or to one that stays. Nobody else can claim a letter behind one that is claimed, because nobody looks there.
 */
final class Turn {

    private final String caller = UUID.randomUUID().toString();
    private final MongoDeadLetters queue;
    private final Letters letters;
    private final Function<DeadLetter<? extends EventMessage<?>>, EnqueueDecision<EventMessage<?>>> task;

    Turn(
            MongoDeadLetters queue,
            Letters letters,
            Function<DeadLetter<? extends EventMessage<?>>, EnqueueDecision<EventMessage<?>>> task) {
        this.queue = queue;
        this.letters = letters;
        this.task = task;
    }

    /** Nothing if somebody else is at the sequence. */
    Optional<BsonDocument> claim(BsonDocument head) {
        return letters.claim(head, caller);
    }

    /** Returns whether the sequence is free again. */
    boolean processFrom(BsonDocument claimed) {
        for (var document = claimed; document != null; ) {
            if (!process(document)) {
                return false;
            }
            var next = letters.head(LetterDocument.sequence(document));
            if (next != null && claim(next).isEmpty()) {
                return false;
            }
            document = next;
        }
        return true;
    }

    private boolean process(BsonDocument document) {
        var letter = queue.letter(document).orElse(null);
        if (letter != null) {
            var decision = decide(document, letter);
            if (decision.shouldEnqueue()) {
                queue.requeue(
                        letter,
                        touched -> decision.withDiagnostics(touched)
                                .withCause(decision.enqueueCause().orElse(null)));
                return false;
            }
        }
        letters.delete(position(document));
        return true;
    }

    private EnqueueDecision<EventMessage<?>> decide(BsonDocument document, DeadLetter<EventMessage<?>> letter) {
        var decided = false;
        try {
            var decision = task.apply(letter);
            decided = true;
            return decision;
        } finally {
            if (!decided) {
                letters.release(document);
            }
        }
    }
}

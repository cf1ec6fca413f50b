package io.okrledger.log.letters;

import java.util.Optional;
import java.util.function.Function;
import org.axonframework.eventhandling.AbstractEventProcessor;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.DefaultInterceptorChain;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;

/**
 * Handles letters again, through the same interceptors and handlers, each in a unit of work of its own: what a handler
 * puts off is written before its letter is taken away, never after.
 */
public final class Retry {

    /**
     * @param handled sequences that are free again
     * @param parked sequences that failed again, or that somebody else is trying at the moment
     */
    public record Outcome(int handled, int parked) {}

    private final DeadLetters letters;
    private final Function<String, Optional<AbstractEventProcessor>> processors;

    /** @param processors finds the processor of a group, if this node has it */
    public Retry(DeadLetters letters, Function<String, Optional<AbstractEventProcessor>> processors) {
        this.letters = letters;
        this.processors = processors;
    }

    /** Tries each sequence of a group once; nothing if the group is not at work on this node. */
    public Optional<Outcome> all(String group) {
        return processors.apply(group).map(processor -> {
            var sequences = letters.of(group).sequences();
            var handled = (int) sequences.stream()
                    .filter(sequence -> retry(processor, group, sequence))
                    .count();
            return new Outcome(handled, sequences.size() - handled);
        });
    }

    /** Tries one sequence; nothing if the group is not at work on this node or has no such sequence. */
    public Optional<Outcome> one(String group, String sequence) {
        return processors
                .apply(group)
                .filter(processor -> letters.of(group).contains(sequence))
                .map(processor -> retry(processor, group, sequence) ? new Outcome(1, 0) : new Outcome(0, 1));
    }

    private boolean retry(AbstractEventProcessor processor, String group, String sequence) {
        return letters.of(group).process(sequence, letter -> handle(processor, letter));
    }

    private static EnqueueDecision<EventMessage<?>> handle(
            AbstractEventProcessor processor, DeadLetter<? extends EventMessage<?>> letter) {
        var work = new DefaultUnitOfWork<EventMessage<?>>(letter.message());
        work.resources().put(DeadLetter.class.getName(), letter);
        var result = work.executeWithResult(() -> new DefaultInterceptorChain<>(
                        work, processor.getHandlerInterceptors(), event -> {
                            processor.eventHandlerInvoker().handle(event, Segment.ROOT_SEGMENT);
                            return null;
                        })
                .proceed());
        if (!result.isExceptional()) {
            return Decisions.evict();
        }
        var failure = result.exceptionResult();
        if (!Blame.isOnEvent(failure)) {
            throw new RetryFailedException(failure);
        }
        return Decisions.requeue(ThrowableCause.truncated(failure));
    }
}

package io.okrledger.query.support.views;

import static java.util.stream.Collectors.toCollection;

import io.okrledger.events.objective.KeyResultEvent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * What the events of a batch are about: streams and key results. Whoever needs the document of one of them will soon need
 * those of the others, and to ask for all of them takes hardly longer than to ask for one.
 */
final class Subjects {

    static final Subjects NONE = new Subjects(List.of());

    private final Set<String> streams;
    private final Set<String> keyResults;

    private Subjects(List<? extends Message<?>> events) {
        streams = all(events, Subjects::stream);
        keyResults = all(events, Subjects::keyResult);
    }

    /** Those of the batch that is being handled. */
    static Subjects ofCurrentBatch() {
        return CurrentUnitOfWork.get() instanceof BatchingUnitOfWork<?> batch
                ? new Subjects(batch.getMessages())
                : NONE;
    }

    /** Those of the same kind as this one; none if it is not one of them. */
    Stream<String> like(String id) {
        return Stream.of(streams, keyResults).filter(kind -> kind.contains(id)).flatMap(Set::stream);
    }

    private static Set<String> all(List<? extends Message<?>> events, Function<Message<?>, @Nullable String> subject) {
        return events.stream().map(subject).filter(Objects::nonNull).collect(toCollection(LinkedHashSet::new));
    }

    private static @Nullable String stream(Message<?> event) {
        return event instanceof DomainEventMessage<?> domain ? domain.getAggregateIdentifier() : null;
    }

    private static @Nullable String keyResult(Message<?> event) {
        try {
            return event.getPayload() instanceof KeyResultEvent changed
                    ? changed.keyResultId().toString()
                    : null;
        } catch (RuntimeException e) {
            return null; // It cannot be read, and will say so when it is its turn.
        }
    }
}

package io.okrledger.command.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.AggregateCacheEntry;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AggregateCacheTest {

    private static final String ID = "notes";

    record Noted(String text) {}

    static class Notes {

        @AggregateIdentifier
        private final String id = ID;

        private final List<String> texts = new ArrayList<>();

        @EventSourcingHandler
        void on(Noted event) {
            if (event.text().equals("unreadable")) {
                throw new IllegalArgumentException(event.text());
            }
            texts.add(event.text());
        }
    }

    private final InMemoryEventStorageEngine engine = new InMemoryEventStorageEngine();
    private final EmbeddedEventStore events =
            EmbeddedEventStore.builder().storageEngine(engine).build();
    private final AggregateCache cache = new AggregateCache(events);
    private final Notes notes = new Notes();

    @BeforeEach
    void keepTheFirstVersion() {
        note(0, "first");
        notes.texts.add("first");
        cache.put(
                ID,
                new AggregateCacheEntry<>(EventSourcedAggregate.reconstruct(
                        notes,
                        AnnotatedAggregateMetaModelFactory.inspectAggregate(Notes.class),
                        0,
                        false,
                        events,
                        NoSnapshotTriggerDefinition.TRIGGER)));
    }

    private void note(long version, String text) {
        engine.appendEvents(new GenericDomainEventMessage<>("notes", ID, version, new Noted(text)));
    }

    @Test
    void givesAnAggregateWithWhatOthersHaveAppendedSince() {
        note(1, "second");
        note(2, "third");

        assertThat(cache.<String, Object>get(ID)).isNotNull();
        assertThat(cache.<String, Object>get(ID)).isNotNull();
        assertThat(notes.texts).containsExactly("first", "second", "third");
    }

    @Test
    void forgetsAnAggregateThatCouldNotBeBroughtUpToDate() {
        note(1, "second");
        note(2, "unreadable");

        assertThatThrownBy(() -> cache.get(ID)).hasStackTraceContaining("unreadable");

        assertThat(cache.containsKey(ID)).isFalse();
        assertThat(cache.<String, Object>get(ID)).isNull();
    }
}

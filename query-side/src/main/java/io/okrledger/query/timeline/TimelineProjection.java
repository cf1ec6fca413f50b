package io.okrledger.query.timeline;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.okrledger.events.EventCatalogue;
import io.okrledger.events.objective.CheckInCorrected;
import io.okrledger.events.objective.CheckInRecorded;
import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.KeyResultEvent;
import io.okrledger.events.objective.KeyResultOwnerReassigned;
import io.okrledger.events.objective.KeyResultTargetAdjusted;
import io.okrledger.events.objective.ObjectiveCreated;
import io.okrledger.events.objective.ObjectiveEvent;
import io.okrledger.events.objective.ObjectiveGraded;
import io.okrledger.events.objective.ObjectiveOwnerReassigned;
import io.okrledger.query.support.Fact;
import io.okrledger.query.support.ViewStore;
import io.okrledger.query.support.ViewStores;
import java.util.Map;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

@Component
@ProcessingGroup("timeline")
class TimelineProjection {

    private static final Map<Class<?>, String> NAMES = EventCatalogue.entries().stream()
            .collect(toUnmodifiableMap(EventCatalogue.Entry::type, EventCatalogue.Entry::name));

    private final ViewStore<TimelineView> rows;
    private final ViewStore<TitlesView> titles;

    TimelineProjection(ViewStores stores) {
        rows = openRows(stores);
        titles = openTitles(stores);
    }

    static ViewStore<TimelineView> openRows(ViewStores stores) {
        return stores.open("timeline", TimelineView.class);
    }

    static ViewStore<TitlesView> openTitles(ViewStores stores) {
        return stores.open("timeline-titles", TitlesView.class);
    }

    @EventHandler
    void on(ObjectiveCreated event, Fact fact) {
        var id = event.objectiveId().toString();
        tell(event, fact, Sentences.of(event));
        titles.append(fact, new TitlesView(id, event.title(), Map.of()));
    }

    @EventHandler
    void on(ObjectiveOwnerReassigned event, Fact fact) {
        tell(event, fact, Sentences.of(event));
    }

    @EventHandler
    void on(ObjectiveGraded event, Fact fact) {
        tell(event, fact, Sentences.of(event));
    }

    @EventHandler
    void on(KeyResultAdded event, Fact fact) {
        tell(event, fact, Sentences.of(event));
        titles.change(event.objectiveId().toString(), fact, known -> known.with(event.keyResultId(), event.title()));
    }

    @EventHandler
    void on(KeyResultOwnerReassigned event, Fact fact) {
        tell(event, fact, Sentences.of(event, title(event)));
    }

    @EventHandler
    void on(KeyResultTargetAdjusted event, Fact fact) {
        tell(event, fact, Sentences.of(event, title(event)));
    }

    @EventHandler
    void on(CheckInRecorded event, Fact fact) {
        tell(event, fact, Sentences.of(event, title(event)));
    }

    @EventHandler
    void on(CheckInCorrected event, Fact fact) {
        tell(event, fact, Sentences.of(event, title(event)));
    }

    private String title(KeyResultEvent event) {
        // Titles that were written say that the rows told with the older ones are there.
        rows.goFirst();
        return titles.known(event.objectiveId().toString())
                .map(known -> known.of(event.keyResultId()))
                .orElseGet(() -> event.keyResultId().toString());
    }

    private void tell(ObjectiveEvent event, Fact fact, String sentence) {
        rows.append(
                fact,
                new TimelineView(
                        event.objectiveId() + "-" + fact.key(),
                        event.objectiveId(),
                        fact.position(),
                        fact.at(),
                        fact.actor(),
                        NAMES.getOrDefault(event.getClass(), ""),
                        event instanceof KeyResultEvent keyResult ? keyResult.keyResultId() : null,
                        fact.actor() + " " + sentence));
    }
}

package io.okrledger.query.history;

import static com.mongodb.client.model.Indexes.ascending;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.okrledger.events.EventCatalogue;
import io.okrledger.events.objective.ObjectiveCreated;
import io.okrledger.events.objective.ObjectiveEvent;
import io.okrledger.query.support.Fact;
import io.okrledger.query.support.views.ViewStore;
import io.okrledger.query.support.views.ViewStores;
import java.util.Map;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

@Component
@ProcessingGroup("history")
class HistoryProjection {

    private static final Map<Class<?>, String> NAMES = EventCatalogue.entries().stream()
            .collect(toUnmodifiableMap(EventCatalogue.Entry::type, EventCatalogue.Entry::name));

    private final ViewStore<HistoryView> rows;
    private final ViewStore<HistoryState> states;

    HistoryProjection(ViewStores stores) {
        rows = openRows(stores);
        states = openStates(stores);
    }

    static ViewStore<HistoryView> openRows(ViewStores stores) {
        return stores.open(
                "history", HistoryView.class, ascending("objectiveId", "_id"), ascending("keyResultId", "_id"));
    }

    static ViewStore<HistoryState> openStates(ViewStores stores) {
        return stores.open("history-state", HistoryState.class);
    }

    @EventHandler
    void on(ObjectiveEvent event, Fact fact) {
        // A state that was written says that its rows are there.
        rows.goFirst();
        states.fold(event.objectiveId().toString(), fact, known -> {
            var before =
                    event instanceof ObjectiveCreated ? HistoryState.of(event.objectiveId()) : requireNonNull(known);
            var after = before.after(event, fact.at());
            var index = 0;
            for (var change : Changes.of(event, before, after)) {
                rows.append(fact, row(event, fact, index++, change, after));
            }
            return after;
        });
    }

    private static HistoryView row(ObjectiveEvent event, Fact fact, int index, Change change, HistoryState after) {
        var circumstances = Circumstances.of(event);
        var id = change.keyResultId();
        var keyResult = id == null ? null : after.keyResult(id).orElse(null);
        var newest = keyResult == null ? null : keyResult.measure().newest().orElse(null);
        return new HistoryView(
                fact.key() + (index < 10 ? "-0" : "-") + index,
                event.objectiveId(),
                id,
                fact.position(),
                fact.at(),
                fact.imported(),
                fact.actor(),
                requireNonNull(NAMES.get(event.getClass())),
                change.field(),
                change.before(),
                change.after(),
                circumstances.reason(),
                keyResult == null ? after.score() : keyResult.score(),
                newest == null ? null : newest.value(),
                newest == null ? null : newest.confidence(),
                circumstances.week());
    }
}

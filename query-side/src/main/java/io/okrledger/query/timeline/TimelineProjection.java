package io.okrledger.query.timeline;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.okrledger.events.EventCatalogue;
import io.okrledger.events.cycle.CycleEvent;
import io.okrledger.events.goal.GoalEvent;
import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.KeyResultEvent;
import io.okrledger.events.objective.KeyResultReworded;
import io.okrledger.events.objective.ObjectiveEvent;
import io.okrledger.events.team.TeamEvent;
import io.okrledger.query.support.Fact;
import io.okrledger.query.support.views.ViewStore;
import io.okrledger.query.support.views.ViewStores;
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
    void on(GoalEvent event, Fact fact) {
        tell(event.goalId(), event, fact, Sentences.of(event));
    }

    @EventHandler
    void on(TeamEvent event, Fact fact) {
        tell(event.teamId(), event, fact, Sentences.of(event));
    }

    @EventHandler
    void on(CycleEvent event, Fact fact) {
        tell(event.cycleId(), event, fact, Sentences.of(event));
    }

    @EventHandler
    void on(ObjectiveEvent event, Fact fact) {
        if (event instanceof KeyResultEvent keyResult) {
            tell(event.objectiveId(), event, fact, KeyResultSentences.of(keyResult, title(keyResult)));
            retitle(keyResult, fact);
        } else {
            tell(event.objectiveId(), event, fact, ObjectiveSentences.of(event));
        }
    }

    private String title(KeyResultEvent event) {
        // Titles that were written say that the rows told with the older ones are there.
        rows.goFirst();
        return titles.known(event.objectiveId().toString())
                .map(known -> known.of(event.keyResultId()))
                .orElseGet(() -> event.keyResultId().toString());
    }

    private void retitle(KeyResultEvent event, Fact fact) {
        var title = event instanceof KeyResultAdded added
                ? added.title()
                : event instanceof KeyResultReworded reworded ? reworded.newTitle() : null;
        if (title != null) {
            var id = event.objectiveId().toString();
            titles.fold(
                    id,
                    fact,
                    before ->
                            (before == null ? new TitlesView(id, Map.of()) : before).with(event.keyResultId(), title));
        }
    }

    private void tell(Object stream, Object event, Fact fact, String sentence) {
        rows.append(
                fact,
                new TimelineView(
                        stream + "-" + fact.key(),
                        event instanceof ObjectiveEvent objective ? objective.objectiveId() : null,
                        fact.position(),
                        fact.at(),
                        fact.imported(),
                        fact.actor(),
                        NAMES.getOrDefault(event.getClass(), ""),
                        event instanceof KeyResultEvent keyResult ? keyResult.keyResultId() : null,
                        fact.actor() + " " + sentence));
    }
}

package io.okrledger.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.okrledger.events.cycle.CycleEvent;
import io.okrledger.events.goal.GoalEvent;
import io.okrledger.events.objective.ObjectiveEvent;
import io.okrledger.events.team.TeamEvent;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventCatalogueTest {

    @Test
    void knowsEveryEventOfEveryStreamAndNothingElse() {
        var events = Stream.of(GoalEvent.class, TeamEvent.class, CycleEvent.class, ObjectiveEvent.class)
                .flatMap(EventCatalogueTest::records);

        assertThat(EventCatalogue.entries().stream().map(EventCatalogue.Entry::type))
                .containsExactlyInAnyOrderElementsOf(events.toList());
    }

    @Test
    void givesEachEventANameOfItsOwn() {
        assertThat(EventCatalogue.entries().stream().map(EventCatalogue.Entry::name))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("(goal|team|cycle|objective)\\.[a-z]+(-[a-z]+)*"));
    }

    @Test
    void namesEachEventAfterItsStream() {
        assertThat(EventCatalogue.entries()).allSatisfy(entry -> {
            var stream = entry.name().substring(0, entry.name().indexOf('.'));
            assertThat(entry.type().getPackageName()).endsWith("." + stream);
        });
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(EventCatalogueTest::records)
                : Stream.of(type);
    }
}

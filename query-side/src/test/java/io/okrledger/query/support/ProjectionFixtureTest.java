package io.okrledger.query.support;

import static io.okrledger.query.support.Happening.fact;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.okrledger.events.goal.GoalDefined;
import io.okrledger.events.goal.GoalId;
import io.okrledger.events.person.PersonId;
import io.okrledger.query.support.views.View;
import io.okrledger.query.support.views.ViewStore;
import io.okrledger.query.support.views.ViewStores;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.UUID;
import org.axonframework.eventhandling.EventHandler;
import org.junit.jupiter.api.Test;

class ProjectionFixtureTest {

    private static final GoalDefined GOAL =
            new GoalDefined(new GoalId(new UUID(0, 1)), "Grow", null, new PersonId("ada"));

    record Count(String id, int events, BigDecimal half, String actors, long version) implements View {}

    static class Counting {

        private final ViewStore<Count> counts;

        Counting(ViewStores stores) {
            counts = open(stores);
        }

        static ViewStore<Count> open(ViewStores stores) {
            return stores.open("counts", Count.class);
        }

        @EventHandler
        void on(GoalDefined event, Fact fact) {
            counts.fold(
                    "all",
                    fact,
                    before -> before == null
                            ? new Count("all", 1, new BigDecimal("0.50"), fact.actor(), fact.version())
                            : new Count(
                                    "all",
                                    before.events + 1,
                                    before.half,
                                    before.actors + fact.actor(),
                                    fact.version()));
        }
    }

    static class CountingDeliveries {

        private final ViewStore<Count> counts;
        private int deliveries;

        CountingDeliveries(ViewStores stores) {
            counts = Counting.open(stores);
        }

        @EventHandler
        void on(GoalDefined event, Fact fact) {
            deliveries++;
            counts.fold("all", fact, before -> new Count("all", deliveries, BigDecimal.ONE, fact.actor(), 0));
        }
    }

    @Test
    void countsEachEventOnceHoweverOftenItIsDelivered() {
        ProjectionFixture.of(Counting::new, Counting::open)
                .given(fact(GOAL), fact(GOAL).by("bo"), fact(GOAL).by("cy"))
                .then(new Count("all", 3, new BigDecimal("0.50"), "adabocy", 2));
    }

    @Test
    void findsAProjectionThatCountsDeliveries() {
        var fixture = ProjectionFixture.of(CountingDeliveries::new, Counting::open);
        var goals = Collections.nCopies(20, fact(GOAL)).toArray(Happening[]::new);
        assertThatThrownBy(() -> fixture.given(goals))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("in repeated cuts");
    }
}

package io.okrledger.command.objective;

import static org.assertj.core.api.Assertions.assertThat;

import io.okrledger.events.EventCatalogue;
import io.okrledger.events.objective.ObjectiveEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

/** Whatever is asked in whatever order, in whatever surroundings: what comes out is a history that makes sense. */
class ObjectiveProperties {

    private static final int LONGEST = 160;

    private static final Set<Class<?>> SEEN = new HashSet<>();

    @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
    void anySequenceOfCommandsMakesASoundHistory(@ForAll("asked") List<Integer> asked) {
        var world = new ObjectiveWorld();
        for (var number : asked) {
            var before = world.events().size();
            if (!world.step(number)) {
                assertThat(world.events()).as("events after a refusal").hasSize(before);
            }
        }
        var history = new SoundHistory();
        world.events().forEach(history::requireSound);
        world.events().forEach(event -> SEEN.add(event.getClass()));
        history.requireNoLoops();
        world.requireReplayedAsLive();
    }

    @AfterContainer
    static void everyEventHasOccurred() {
        assertThat(SEEN)
                .containsAll(EventCatalogue.entries().stream()
                        .map(EventCatalogue.Entry::type)
                        .filter(ObjectiveEvent.class::isAssignableFrom)
                        .toList());
    }

    /** The steps of the world are numbers; which step a number is depends on what there is. */
    @Provide
    Arbitrary<List<Integer>> asked() {
        return Arbitraries.integers()
                .between(0, Integer.MAX_VALUE)
                .list()
                .ofMinSize(80)
                .ofMaxSize(LONGEST);
    }
}

package io.okrledger.query.support.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.okrledger.query.support.Fact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.junit.jupiter.api.Test;

class BatchTest {

    record Owned(String id, String owner) implements View {}

    private final Batch<Owned> batch = new Batch<>(
            Subjects.NONE,
            ids -> ids.contains("stored") ? List.of(new Batch.Folded<>(new Owned("stored", "ada"), 3, 5)) : List.of());

    @Test
    void keepsWhatADocumentWasBeforeEachChange() {
        hand(6, "bo");
        hand(8, "cy");
        assertThat(batch.changed()).containsExactly(new Batch.Folded<>(new Owned("stored", "cy"), 3, 8));
        assertThat(batch.replaced())
                .containsExactly(
                        new Batch.Replaced<>(new Batch.Folded<>(new Owned("stored", "ada"), 3, 5), 6),
                        new Batch.Replaced<>(new Batch.Folded<>(new Owned("stored", "bo"), 3, 6), 8));
    }

    @Test
    void leavesAloneWhatAnEventDoesNotChange() {
        hand(6, "ada");
        assertThat(batch.changed()).isEmpty();
        assertThat(batch.replaced()).isEmpty();
    }

    @Test
    void passesOverWhatIsInTheDocumentAlready() {
        hand(5, "bo");
        assertThat(batch.changed()).isEmpty();
    }

    /** The second one of a kind is known by the time that it is needed, stored or not; one that began here is not asked for. */
    @Test
    void asksForAllDocumentsThatItsEventsAreAboutAtOnce() {
        var asked = new ArrayList<Collection<String>>();
        var events = Stream.of("a", "b", "a", "c", "new")
                .map(stream -> new GenericDomainEventMessage<>("thing", stream, 1, "something"))
                .toList();
        var work = new BatchingUnitOfWork<>(events);
        work.start();
        var gathered = new Batch<Owned>(Subjects.ofCurrentBatch(), ids -> {
            asked.add(ids);
            return List.of(new Batch.Folded<>(new Owned("a", "ada"), 1, 1));
        });
        work.rollback();
        gathered.begin(fact(2), new Owned("new", "bo"));
        gathered.known("a");
        gathered.known("b");
        gathered.known("c");
        assertThat(asked).singleElement(InstanceOfAssertFactories.COLLECTION).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(gathered.known("new")).isNotNull();
        gathered.known("elsewhere");
        assertThat(asked).last(InstanceOfAssertFactories.COLLECTION).containsExactly("elsewhere");
    }

    private static Fact fact(long position) {
        return new Fact(position, Instant.EPOCH, Instant.EPOCH, false, "event", 0, "ada", null, null, null, null);
    }

    private void hand(long position, String owner) {
        batch.fold("stored", fact(position), before -> new Owned("stored", owner));
    }
}

package io.okrledger.query.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class BatchTest {

    record Owned(String id, String owner) implements View {}

    private final Batch<Owned> batch =
            new Batch<>(id -> id.equals("stored") ? new Batch.Folded<>(new Owned("stored", "ada"), 3, 5) : null);

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

    private void hand(long position, String owner) {
        var fact = new Fact(position, Instant.EPOCH, Instant.EPOCH, false, "event", 0, "ada", null, null, null, null);
        batch.fold("stored", fact, before -> new Owned("stored", owner));
    }
}

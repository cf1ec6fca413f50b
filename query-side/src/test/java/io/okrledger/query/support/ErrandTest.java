package io.okrledger.query.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.okrledger.embedded.EmbeddedMongo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ErrandTest {

    private final EmbeddedMongo mongo = EmbeddedMongo.inMemory();
    private final MongoClient client = MongoClients.create(mongo.connectionString());
    private final HandSetClock clock = new HandSetClock();
    private final Errand one = errand();
    private final Errand other = errand();

    private Errand errand() {
        return new Errand(client.getDatabase("okr-ledger"), "proof", clock);
    }

    @AfterEach
    void close() {
        client.close();
        mongo.close();
    }

    @BeforeEach
    void setClock() {
        clock.setTo("2026-10-01T09:00:00Z");
    }

    @Test
    void isDoneByOneProcessAtATime() {
        assertThat(one.told()).isEmpty();
        assertThat(one.begin("begun")).isTrue();
        assertThat(one.begin("again")).isFalse();
        assertThat(other.begin("too")).isFalse();
        assertThat(other.tell("mine", true)).isFalse();
        assertThat(one.tell("half", true)).isTrue();
        assertThat(other.told()).contains(new Errand.Told("half", false));

        assertThat(one.tell("done", false)).isTrue();
        assertThat(one.tell("more", true)).isFalse();
        assertThat(other.told()).contains(new Errand.Told("done", false));
        assertThat(other.begin("next")).isTrue();
    }

    @Test
    void isTakenOverFromAProcessThatHasBeenSilentForAMinute() {
        one.begin("begun");
        clock.setTo("2026-10-01T09:01:01Z");
        assertThat(other.told()).contains(new Errand.Told("begun", true));
        assertThat(other.begin("taken over")).isTrue();
        assertThat(one.tell("half", true)).isFalse();
        assertThat(other.told()).contains(new Errand.Told("taken over", false));
    }
}

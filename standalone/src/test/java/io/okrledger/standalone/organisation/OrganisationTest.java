package io.okrledger.standalone.organisation;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.okrledger.embedded.EmbeddedMongo;
import io.okrledger.events.EventCatalogue;
import io.okrledger.log.verification.Checkpoint;
import io.okrledger.log.verification.LogVerification;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrganisationTest {

    private static final Organisation SMALL = new Organisation(7, 2, 2, LocalDate.of(2025, 1, 1));

    @Test
    void writesTheSameLogForTheSameSeed() {
        try (var store = EmbeddedMongo.inMemory();
                var client = MongoClients.create(store.connectionString())) {
            var one = written(client, "one", SMALL);
            var same = written(client, "same", SMALL);
            var other = written(client, "other", new Organisation(8, 2, 2, LocalDate.of(2025, 1, 1)));
            assertThat(same).isEqualTo(one);
            assertThat(other).isNotEqualTo(one);
        }
    }

    @Test
    void isAboutAsLargeAsItsNameSays() {
        assertThat(events(Organisation.S)).hasSizeBetween(9_000, 11_000);
    }

    @Test
    void knowsEveryKindOfEvent() {
        assertThat(events(new Organisation(1, 30, 8, LocalDate.of(2025, 1, 1))).stream()
                        .map(Object::getClass)
                        .collect(toSet()))
                .containsExactlyInAnyOrderElementsOf(EventCatalogue.entries().stream()
                        .<Class<?>>map(EventCatalogue.Entry::type)
                        .toList());
    }

    @Test
    void goesForwardInTimeAndInEachStream() {
        var reached = Instant.EPOCH;
        var streams = new HashMap<String, Long>();
        var ids = new ArrayList<String>();
        for (var history = SMALL.history(); history.hasNext(); ) {
            var recorded = history.next();
            assertThat(recorded.at()).isAfterOrEqualTo(reached);
            assertThat(recorded.sequence()).isEqualTo(streams.getOrDefault(recorded.streamId(), 0L));
            streams.put(
                    recorded.streamId(), recorded.sequence() + recorded.events().size());
            reached = recorded.at();
            Optional.ofNullable(recorded.metaData().get("created")).ifPresent(ids::add);
        }
        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }

    private static List<Object> events(Organisation organisation) {
        var events = new ArrayList<Object>();
        organisation.history().forEachRemaining(recorded -> events.addAll(recorded.events()));
        return events;
    }

    private static Checkpoint written(MongoClient client, String name, Organisation organisation) {
        var database = client.getDatabase(name);
        new HistoryWriter(database, organisation).write();
        var verdict = new LogVerification(database).run((position, newest) -> {});
        assertThat(verdict.fault()).isNull();
        return verdict.reached();
    }
}

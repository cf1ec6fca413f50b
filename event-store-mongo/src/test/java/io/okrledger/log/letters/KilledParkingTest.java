package io.okrledger.log.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.okrledger.log.Store;
import io.okrledger.log.WriterProcess;
import io.okrledger.log.eventstore.SomethingHappened;
import io.okrledger.log.letters.ParkingProcess.Moment;
import io.okrledger.log.tokens.MongoTokenStore;
import io.okrledger.log.tokens.Node;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A process is killed between a letter and the token that says that its event was dealt with. */
class KilledParkingTest {

    /** One event of each stream in turn. */
    private static final Map<String, List<Long>> PUBLISHED =
            Map.of("a", List.of(1L, 4L, 7L, 10L), "b", List.of(2L, 5L, 8L, 11L), "c", List.of(3L, 6L, 9L, 12L));

    private static final long HEAD = 12;

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "BEHIND_THE_LETTER_OF_THE_BAD_EVENT, AT_HANDLING",
        "BEHIND_THE_LETTER_OF_ITS_SUCCESSOR, AT_FLUSH",
        "IN_FRONT_OF_THE_TOKEN, AT_HANDLING",
        "IN_FRONT_OF_THE_TOKEN, AT_FLUSH"
    })
    void parksEachEventOnceAndAppliesEachOnce(Moment moment, FaultyTally.Fault fault) throws Exception {
        publish();
        dieAt(moment, fault);

        try (var store = Store.embedded(data())) {
            var tally = new FaultyTally(store, fault);
            MongoTokenStore.forgetNodes(store.database());
            try (var node = node(store, tally)) {
                assertThat(node.tokens.positionOf(Node.PROCESSOR)).isLessThan(newestLetter(store));
                node.processor.start();
                await().untilAsserted(() ->
                        assertThat(node.tokens.positionOf(Node.PROCESSOR)).isEqualTo(HEAD));

                assertThat(positions(store)).containsExactlyInAnyOrder(5L, 8L, 11L);
                assertThat(node.letters.blocked().get(Node.PROCESSOR))
                        .singleElement()
                        .satisfies(letter -> {
                            assertThat(letter.position()).isEqualTo(FaultyTally.BAD);
                            assertThat(letter.tries()).isEqualTo(1);
                        });
                assertThat(tally.handled()).as("what is parked is left alone").doesNotContain(5L, 8L, 11L);
                assertThat(tally.view()).isEqualTo(withoutWhatIsParked());

                tally.repair();
                assertThat(node.retry.all(Node.PROCESSOR)).contains(new Retry.Outcome(1, 0));
                assertThat(tally.view()).isEqualTo(PUBLISHED);
                assertThat(positions(store)).isEmpty();
            }
        }
    }

    private static Map<String, List<Long>> withoutWhatIsParked() {
        var view = new TreeMap<>(PUBLISHED);
        view.put("b", List.of(2L));
        return view;
    }

    private void publish() {
        try (var store = Store.embedded(data());
                var node = node(store, new FaultyTally(store, FaultyTally.Fault.AT_HANDLING))) {
            for (var round = 0; round < 4; round++) {
                for (var stream : List.of("a", "b", "c")) {
                    node.events.publish(
                            new GenericDomainEventMessage<>("thing", stream, round, new SomethingHappened("it")));
                }
            }
        }
    }

    private void dieAt(Moment moment, FaultyTally.Fault fault) throws IOException, InterruptedException {
        var arguments = Stream.of(data().toString(), moment.name(), fault.name());
        var process = new ProcessBuilder(Stream.concat(WriterProcess.java(ParkingProcess.class), arguments)
                        .toList())
                .redirectErrorStream(true)
                .start();
        assertThat(process.inputReader().lines().takeWhile(line -> !line.equals(moment.name())))
                .noneMatch(line -> line.startsWith("Exception in"));
        assertThat(process.isAlive()).isTrue();
        process.destroyForcibly().waitFor();
    }

    private static Node node(Store store, FaultyTally tally) {
        return new Node(store, 1, tally::handle);
    }

    private Path data() {
        return directory.resolve("data");
    }

    private static List<Long> positions(Store store) {
        return store.database()
                .getCollection("letters")
                .find()
                .map(letter -> letter.getLong("pos"))
                .into(new ArrayList<>());
    }

    private static long newestLetter(Store store) {
        return positions(store).stream().mapToLong(it -> it).max().orElseThrow();
    }
}

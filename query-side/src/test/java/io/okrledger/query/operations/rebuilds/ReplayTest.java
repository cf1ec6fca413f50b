package io.okrledger.query.operations.rebuilds;

import static io.okrledger.query.support.Happening.fact;
import static io.okrledger.query.support.Sample.CHECK_IN_ID;
import static io.okrledger.query.support.Sample.CORRECTION;
import static io.okrledger.query.support.Sample.CYCLE;
import static io.okrledger.query.support.Sample.GOAL;
import static io.okrledger.query.support.Sample.NPS;
import static io.okrledger.query.support.Sample.OBJECTIVE;
import static io.okrledger.query.support.Sample.TEAM;
import static io.okrledger.query.support.Sample.TO_60;
import static io.okrledger.query.support.Sample.WEEK_41;
import static io.okrledger.query.support.Sample.checkIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import com.mongodb.client.MongoDatabase;
import io.okrledger.log.letters.DeadLetters;
import io.okrledger.log.tokens.MongoTokenStore;
import io.okrledger.query.support.Progress;
import io.okrledger.query.support.QuerySideTest;
import io.okrledger.query.support.TestLedger;
import io.okrledger.query.support.slots.Slot;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Builds the catalogue in the second slot by hand. */
@QuerySideTest
class ReplayTest {

    private static final int HEAD = 8;
    private static final String SLOT = Slot.GREEN.of("catalogue");

    @Autowired
    private EventProcessingConfiguration processors;

    @Autowired
    private MongoTokenStore tokens;

    @Autowired
    private EventStore events;

    @Autowired
    private Progress progress;

    @Autowired
    private DeadLetters letters;

    @Autowired
    private MongoDatabase database;

    private final ExecutorService workers = Executors.newCachedThreadPool();

    @BeforeAll
    static void play(@Autowired TestLedger ledger) {
        ledger.append(
                fact(GOAL),
                fact(TEAM),
                fact(CYCLE),
                fact(OBJECTIVE),
                fact(NPS),
                fact(checkIn(CHECK_IN_ID, WEEK_41, "41")),
                fact(CORRECTION),
                fact(TO_60));
    }

    @BeforeEach
    void begin() {
        if (tokens.fetchSegments(SLOT).length == 0) {
            tokens.initializeTokenSegments(SLOT, 3, events.createTailToken());
        }
        for (var segment : tokens.fetchSegments(SLOT)) {
            tokens.fetchToken(SLOT, segment);
            tokens.storeToken(events.createTailToken(), SLOT, segment);
            tokens.releaseClaim(SLOT, segment);
        }
        for (var collection : database.listCollectionNames()) {
            if (collection.endsWith(".green")) {
                database.getCollection(collection).deleteMany(new Document());
            }
        }
        await().atMost(ONE_MINUTE).until(() -> progress.position("catalogue") == HEAD);
    }

    @AfterEach
    void stop() {
        workers.shutdownNow();
    }

    @Test
    void buildsWhatFollowingTheLogHasBuilt() throws Exception {
        assertThat(replay(Replay.EVENTS_AT_ONCE, () -> true)).isTrue();
        assertThatItIsBuilt();
    }

    @Test
    void goesOnWhereItWasStopped() throws Exception {
        var batches = new AtomicInteger(2);
        assertThat(replay(3, () -> batches.getAndDecrement() > 0)).isFalse();
        assertThat(progress.ofProcessor(SLOT)).isEqualTo(6);

        assertThat(replay(1, () -> true)).isTrue();
        assertThatItIsBuilt();
    }

    @Test
    void leavesItToTheNodeThatIsAtIt() {
        var other = new MongoTokenStore(database, Duration.ofMinutes(1));
        other.fetchToken(SLOT, 1);
        assertThatExceptionOfType(UnableToClaimTokenException.class)
                .isThrownBy(() -> replay(Replay.EVENTS_AT_ONCE, () -> true));
        assertThat(progress.ofProcessor(SLOT)).isZero();
        other.releaseClaim(SLOT, 1);
    }

    @Test
    void parksWhatCannotBeHandled() throws Exception {
        var until = new AtomicInteger(1);
        assertThat(replay(5, () -> until.getAndDecrement() > 0)).isFalse();
        var keyResults = database.getCollection(Slot.GREEN.of("catalogue-key-results"));
        assertThat(keyResults.deleteMany(new Document()).getDeletedCount()).isEqualTo(1);

        // The first time the batch fails, and what was in it is under suspicion.
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> replay(Replay.EVENTS_AT_ONCE, () -> true));
        assertThat(replay(Replay.EVENTS_AT_ONCE, () -> true)).isTrue();
        assertThat(letters.of(SLOT).size()).isEqualTo(3);
        letters.forget(SLOT);
    }

    private boolean replay(int eventsAtOnce, BooleanSupplier wanted) throws Exception {
        var processor = processors.eventProcessor(SLOT, SlotProcessor.class).orElseThrow();
        try (var replay = new Replay(processor, tokens, events, workers, eventsAtOnce)) {
            return replay.run(wanted);
        }
    }

    private void assertThatItIsBuilt() {
        assertThat(progress.ofProcessor(SLOT)).isEqualTo(HEAD);
        for (var collection : Set.of("catalogue-goals", "catalogue-objectives", "catalogue-key-results-versions")) {
            assertThat(documents(Slot.GREEN.of(collection)))
                    .as(collection)
                    .isNotEmpty()
                    .isEqualTo(documents(collection));
        }
    }

    private Set<Document> documents(String collection) {
        var documents = database.getCollection(collection).find().into(new HashSet<>());
        documents.removeIf(document -> document.containsKey("shape"));
        return documents;
    }
}

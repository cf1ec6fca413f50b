package io.okrledger.standalone;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** A child process is killed, and again, while clients are writing; whatever it has acknowledged must be there. */
@Timeout(value = 180, threadMode = ThreadMode.SEPARATE_THREAD)
class KillTest {

    /** The second kills one that has recovered from the first; every start costs seconds. */
    private static final int ROUNDS = 2;

    private static final int WRITERS = 4;
    private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 40;

    @TempDir
    Path directory;

    /** The ids of what was made, by the position at which its making was acknowledged. */
    private final Map<Long, String> acknowledged = new ConcurrentHashMap<>();

    private volatile boolean killing;

    private Child ledger;

    private String keyResult;

    @Test
    void keepsEveryAcknowledgedChangeOnceAndShowsItInTheReadModels() throws Exception {
        var writers = Executors.newFixedThreadPool(WRITERS);
        try {
            for (var round = 0; round < ROUNDS; round++) {
                var address = start();
                if (round == 0) {
                    keyResult = found(new Client(address, address));
                } else {
                    requireEverything(new Client(address, address));
                }
                writeUntilKilled(address, writers);
            }
        } finally {
            writers.shutdownNow();
        }
        var address = start();
        requireEverything(new Client(address, address));
    }

    @AfterEach
    void kill() {
        ledger.close();
    }

    /** Returns its address once it is ready. */
    private URI start() {
        ledger = Child.startLedger(StandaloneApplication.class, directory);
        return ledger.address();
    }

    private static String found(Client client) {
        var team = client.post("lead", "/api/teams", "{\"name\": \"Support\"}");
        // As long as a cycle may be, so that it is open whenever this test runs.
        var today = LocalDate.now(ZoneOffset.UTC);
        var cycle = client.post("lead", "/api/cycles", """
                {"name": "This year", "startsOn": "%s", "endsOn": "%s", "timeZone": "Europe/Berlin"}""".formatted(today.minusDays(180), today.plusDays(180)));
        client.post("lead", "/api/cycles/" + cycle + "/opening", "{}");
        var objective = client.post("lead", "/api/objectives", """
                {"title": "Lose nothing", "cycleId": "%s", "teamId": "%s", "ownerId": "ada"}""".formatted(cycle, team));
        var keyResults = "/api/objectives/" + objective + "/key-results";
        return keyResults + '/' + client.post("ada", keyResults, """
                {"title": "Acknowledged", "ownerId": "ada",
                 "metric": {"kind": "REACH", "unit": "goals", "baseline": 0, "target": 1000}}""");
    }

    private void writeUntilKilled(URI address, ExecutorService writers) throws Exception {
        killing = false;
        var enough = acknowledged.size() + ACKNOWLEDGED_BEFORE_THE_KILL;
        var writing = new ArrayList<Future<?>>();
        for (var writer = 0; writer < WRITERS; writer++) {
            var checksIn = writer % 2 == 0;
            writing.add(writers.submit(() -> write(new Client(address, address), checksIn)));
        }
        await().atMost(ONE_MINUTE).until(() -> acknowledged.size() >= enough);
        killing = true;
        kill();
        for (var each : writing) {
            each.get();
        }
    }

    private void write(Client client, boolean checksIn) {
        try {
            while (true) {
                var id = checksIn
                        ? client.post("ada", keyResult + "/check-ins", "{\"value\": 1, \"confidence\": 5}")
                        : client.post("ada", "/api/goals", "{\"title\": \"Lose nothing\", \"ownerId\": \"ada\"}");
                acknowledged.put(client.position(), id);
            }
        } catch (UncheckedIOException e) {
            // That is how a writer learns of the kill; before it there is no reason to fail.
            if (!killing) {
                throw e;
            }
        }
    }

    private void requireEverything(Client client) {
        client.catchUp();
        var events = client.list("/api/audit/events");
        assertThat(events)
                .extracting("position")
                .as("dense positions")
                .isEqualTo(IntStream.rangeClosed(1, events.size()).boxed().toList());
        var made = new TreeMap<Long, String>();
        made.putAll(idsBy("objective.check-in-recorded", "checkInId", events));
        made.putAll(idsBy("goal.defined", "goalId", events));
        assertThat(made).containsAllEntriesOf(acknowledged);
        assertThat(made.values()).doesNotHaveDuplicates();
        // What the kill kept from being acknowledged may be there as well; then it is in the models, too.
        var shown = new ArrayList<>(client.list(keyResult + "/check-ins"));
        shown.addAll(client.list("/api/goals"));
        assertThat(shown).extracting("id").containsExactlyInAnyOrderElementsOf(made.values());
    }

    private static Map<Long, String> idsBy(String type, String field, List<Map<String, Object>> events) {
        return events.stream()
                .filter(event -> event.get("type").equals(type))
                .collect(toMap(
                        event -> ((Number) event.get("position")).longValue(),
                        event -> ((Map<?, ?>) event.get("payload")).get(field).toString()));
    }
}

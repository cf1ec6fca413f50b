package io.okrledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import com.jayway.jsonpath.JsonPath;
import com.mongodb.client.MongoClients;
import io.okrledger.embedded.EmbeddedMongo;
import io.okrledger.log.EventLog;
import io.okrledger.log.NewCommit;
import io.okrledger.log.StoredEvent;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cycle that was planned when {@code cycle.planned} did not yet say what is expected of a commitment. */
class OlderRevisionTest {

    private static final String CYCLE = "0199e0a0-0000-7000-8000-000000000004";
    private static final String CYCLE_PATH = "/api/cycles/" + CYCLE;

    @TempDir
    Path directory;

    private Running ledger;
    private Client client;

    @Test
    void isServedAsItWasMeantAndShownAsItWasStored() throws Exception {
        stored("cycle.planned");
        start();

        assertThat(client.get(CYCLE_PATH))
                .extractingPath("$.policy.committedExpectation")
                .isEqualTo(1);
        assertThatACommitmentIsGradedAgainstAllOfIt();
        assertThatAuditorsSeeWhatWasStored(0);
        ledger.close();
        assertThat(VerifyCommand.run("verify", "--okr.data-dir=" + directory)).isZero();
    }

    @Test
    void isServedAsItWasMeantFromADeadLetterToo() throws Exception {
        stored("cycle.opened", "cycle.planned");
        start();
        await().atMost(ONE_MINUTE)
                .untilAsserted(() ->
                        assertThat(send("GET", "/actuator/deadletters")).contains("\"position\":1,", "\"waiting\":1}"));

        send("DELETE", "/actuator/deadletters/catalogue/1");
        assertThat(send("POST", "/actuator/deadletters/catalogue")).isEqualTo("{\"handled\":1,\"parked\":0}");

        assertThat(client.get(CYCLE_PATH))
                .extractingPath("$.policy.committedExpectation")
                .isEqualTo(1);
        assertThatAuditorsSeeWhatWasStored(1);
        ledger.close();
    }

    /** What the product wrote when every event was of revision 1: the golden files, one commit each. */
    private void stored(String... types) throws IOException {
        try (var store = EmbeddedMongo.open(directory);
                var server = MongoClients.create(store.connectionString());
                var log = new EventLog(server.getDatabase("okr-ledger"), new MovedClock.Wound().clock())) {
            MovedClock.moveTo("2026-10-01T09:00:00Z");
            for (var sequence = 0; sequence < types.length; sequence++) {
                log.append(new NewCommit(List.of(event(types[sequence], sequence))));
            }
        }
    }

    private static StoredEvent event(String type, long sequence) throws IOException {
        return new StoredEvent(
                UUID.randomUUID().toString(),
                CYCLE,
                "cycle",
                sequence,
                type,
                1,
                Instant.parse("2026-10-01T09:00:00Z"),
                golden(type).getBytes(StandardCharsets.UTF_8),
                "{}".getBytes(StandardCharsets.UTF_8));
    }

    private static String golden(String type) throws IOException {
        return Files.readString(Path.of("../shared-events/src/test/resources/golden", type + ".v1.json"));
    }

    private void start() {
        ledger = Running.start(StandaloneApplication::main, "--okr.data-dir=" + directory);
        client = Client.of(ledger);
        client.catchUp();
    }

    private void assertThatACommitmentIsGradedAgainstAllOfIt() {
        client.post("lead", CYCLE_PATH + "/opening", "{}");
        var team = client.post("lead", "/api/teams", "{\"name\": \"Support\"}");
        var objective = client.post("lead", "/api/objectives", """
                {"title": "Nobody waits", "cycleId": "%s", "teamId": "%s", "ownerId": "ana", "ambition": "COMMITTED"}""".formatted(CYCLE, team));
        var path = "/api/objectives/" + objective;
        var keyResult = client.post("lead", path + "/key-results", """
                {"title": "Increase NPS", "ownerId": "ana",
                 "metric": {"kind": "REACH", "unit": "NPS", "baseline": 0, "target": 10}}""");
        client.post("ana", path + "/key-results/" + keyResult + "/check-ins", "{\"value\": 9.9, \"confidence\": 9}");
        client.post("lead", CYCLE_PATH + "/closing", "{}");

        await().untilAsserted(() -> {
            var grade = client.get(path);
            assertThat(grade)
                    .extractingPath("$.keyResults[0].grade.expectation")
                    .isEqualTo(1);
            assertThat(grade).extractingPath("$.keyResults[0].grade.met").isEqualTo(false);
        });
    }

    private void assertThatAuditorsSeeWhatWasStored(int place) throws IOException {
        var shown = JsonPath.parse(client.get("/api/audit/events?limit=2").getJson());
        var event = "$.items[" + place + "]";
        assertThat(shown.<String>read(event + ".type")).isEqualTo("cycle.planned");
        assertThat(shown.<Integer>read(event + ".revision")).isEqualTo(1);
        assertThat(shown.<Object>read(event + ".payload"))
                .isEqualTo(JsonPath.parse(golden("cycle.planned")).read("$"));
    }

    private String send(String method, String path) throws Exception {
        var request = HttpRequest.newBuilder(ledger.address().resolve(path))
                .method(method, BodyPublishers.noBody())
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}

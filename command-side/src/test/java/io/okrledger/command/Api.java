package io.okrledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.okrledger.embedded.EmbeddedMongo;
import io.okrledger.log.EventLog;
import io.okrledger.log.StoredEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.awaitility.Durations;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command side on a real port, over a store of its own, with a clock that stands still in the cycle. */
@SpringBootTest(
        classes = {CommandSideApplication.class, Api.Store.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "okr.clock=2026-10-08T10:00:00Z")
abstract class Api {

    static final String UNKNOWN_ID = "01990000-0000-7000-8000-000000000000";

    @Configuration(proxyBeanMethods = false)
    static class Store {

        @Bean(destroyMethod = "close")
        EmbeddedMongo embeddedMongo() {
            return EmbeddedMongo.inMemory();
        }

        @Bean
        MongoDatabase database(EmbeddedMongo store) {
            return MongoClients.create(store.connectionString()).getDatabase("okr");
        }
    }

    record Answer(int status, HttpResponse<String> response, JsonNode body) {

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        String text(String pointer) {
            return body.at(pointer).asString("");
        }
    }

    @LocalServerPort
    private int port;

    @Autowired
    EventLog log;

    @Autowired
    private JsonMapper json;

    @Autowired
    private EventProcessingConfiguration processing;

    private final HttpClient http = HttpClient.newHttpClient();

    /** Whoever counts what is in the log must not meet the grades of somebody else's cycle. */
    @AfterEach
    void awaitGrades() {
        var grading = grading();
        Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .atMost(Durations.ONE_MINUTE)
                .until(() -> grading.processingStatus().values().stream()
                        .allMatch(segment -> segment.getCurrentPosition().orElse(0) >= log.head()));
    }

    StreamingEventProcessor grading() {
        return processing
                .eventProcessor("grading", StreamingEventProcessor.class)
                .orElseThrow();
    }

    Answer post(String path, String body, String... headers) {
        return send("POST", path, body, headers);
    }

    Answer put(String path, String body, String... headers) {
        return send("PUT", path, body, headers);
    }

    Answer send(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            for (var i = 0; i < headers.length; i += 2) {
                request.setHeader(headers[i], headers[i + 1]);
            }
        }
        return send(request.build());
    }

    int port() {
        return port;
    }

    Answer send(HttpRequest request) {
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response, json.readTree(body(response)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An answer of many lines becomes an array. */
    private static String body(HttpResponse<String> response) {
        var body = response.body().isEmpty() ? "{}" : response.body();
        var type = response.headers().firstValue("Content-Type").orElse("");
        return type.startsWith("application/x-ndjson") ? "[" + body.strip().replace('\n', ',') + "]" : body;
    }

    /** The newest events of the log behind a position, as {@code type payload}. */
    List<String> eventsAfter(long position) {
        return log.read(position, 1000).stream()
                .flatMap(commit -> commit.events().stream())
                .map(Api::describe)
                .toList();
    }

    List<String> allEvents() {
        var events = new ArrayList<String>();
        for (var next = eventsAfter(0); !next.isEmpty(); next = eventsAfter(events.size())) {
            events.addAll(next);
        }
        return events;
    }

    JsonNode metaDataOfNewestEvent() {
        return metaDataAt(log.head());
    }

    JsonNode metaDataAt(long position) {
        var commits = log.read(position - 1, 1);
        var events = commits.get(0).events();
        return json.readTree(events.get(events.size() - 1).metaData());
    }

    static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
        assertThat(answer.text("/code")).as(answer.response().body()).isEqualTo(code);
    }

    static void assertInvalid(Answer answer, String code, String pointer) {
        assertRefused(answer, 400, code);
        assertThat(answer.body().at("/errors").findValuesAsString("pointer")).containsExactly(pointer);
    }

    private static String describe(StoredEvent event) {
        return event.type() + " " + new String(event.payload(), StandardCharsets.UTF_8);
    }

    String goal() {
        return post("/api/goals", """
                {"title": "Increase customer retention", "ownerId": "ada"}""").text("/id");
    }

    String team() {
        return post("/api/teams", """
                {"name": "Support"}""").text("/id");
    }

    String plannedCycle() {
        return post("/api/cycles", """
                {"name": "2026-Q4", "startsOn": "2026-10-01", "endsOn": "2026-12-31", "timeZone": "Europe/Berlin"}""").text("/id");
    }

    /** The quarter after that of the other cycles. */
    String laterCycle() {
        return post("/api/cycles", """
                {"name": "2027-Q1", "startsOn": "2027-01-01", "endsOn": "2027-03-31", "timeZone": "Europe/Berlin"}""").text("/id");
    }

    String openCycle() {
        var cycle = plannedCycle();
        post("/api/cycles/" + cycle + "/opening", "{}");
        return cycle;
    }

    String objectiveIn(String cycle) {
        return post("/api/objectives", """
                {"title": "Win advocates", "cycleId": "%s", "teamId": "%s", "ownerId": "ada"}""".formatted(cycle, team())).text("/id");
    }

    /** The path of a new key result from 32 to 50. */
    String keyResultOf(String objective) {
        var path = "/api/objectives/" + objective + "/key-results";
        return path + "/" + post(path, """
                {"title": "NPS to 50", "ownerId": "ada",
                 "metric": {"kind": "REACH", "unit": "NPS", "baseline": 32, "target": 50}}""").text("/id");
    }

    /** The path of a new check-in at 41 for this week. */
    String checkInOf(String keyResult) {
        return post(keyResult + "/check-ins", """
                {"value": 41, "confidence": 7}""").header("Location");
    }

    /** Closes a cycle and waits until as many objectives as it has are graded. */
    void close(String cycle, int objectives) {
        var before = log.head();
        post("/api/cycles/" + cycle + "/closing", "{}");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> eventsAfter(before).stream()
                                .filter(event -> event.startsWith("objective.graded"))
                                .count()
                        == objectives);
    }

    /** Requires a refusal by that rule, and that it cost nothing. */
    void assertRefused(String method, String path, String body, int status, String code) {
        var before = log.head();
        var answer = send(method, path, body);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
        assertThat(answer.text("/code")).as(answer.response().body()).isEqualTo(code);
        assertThat(log.head()).as("the head of the log").isEqualTo(before);
    }
}

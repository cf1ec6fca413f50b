package io.okrledger.standalone;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.okrledger.command.CommandSideApplication;
import io.okrledger.embedded.EmbeddedMongo;
import io.okrledger.log.EventLog;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two command sides on one log. */
class TwoCommandSidesTest {

    private static final int REQUESTS = 100;

    private static final String CYCLE = """
            {"name": "2026-Q4", "startsOn": "2026-10-01", "endsOn": "2026-12-31", "timeZone": "Europe/Berlin"}""";

    private static final String OBJECTIVE = """
            {"title": "Be taken seriously", "ownerId": "ann", "teamId": "%s", "cycleId": "%s"}""";

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static EmbeddedMongo store;
    private static Running one;
    private static Running other;

    @BeforeAll
    static void start() {
        store = EmbeddedMongo.inMemory();
        one = startSide();
        other = startSide();
    }

    private static Running startSide() {
        return Running.start(
                CommandSideApplication::main, "--okr.mongodb.uri=" + store.connectionString() + "/one-key");
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
        store.close();
    }

    @Test
    void aThingIsMadeOnceAndEveryAnswerNamesIt() {
        var before = log().head();

        var answers = ask("/api/goals", "{\"title\": \"Customers stay\", \"ownerId\": \"ann\"}", "make");

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(201);
        assertThat(bodies(answers)).hasSize(1);
        assertThat(log().head()).isEqualTo(before + 1);
        assertReplayed(answers);
    }

    @Test
    void aThingIsChangedOnceAndEveryAnswerIsEqual() {
        var planned = ask("/api/cycles", CYCLE, "plan").get(0);
        var cycle = JsonPath.<String>read(planned.body(), "$.id");
        var before = log().head();

        var answers = ask("/api/cycles/" + cycle + "/opening", "{}", "open");

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200);
        assertThat(bodies(answers)).hasSize(1);
        assertThat(log().head()).isEqualTo(before + 1);
        assertReplayed(answers);
    }

    @Test
    void eachDecidesOnWhatTheOtherHasDone() {
        var here = Client.of(one);
        var there = Client.of(other);
        var team = here.post("ann", "/api/teams", "{\"name\": \"Sales\"}");
        var cycle = here.post("ann", "/api/cycles", CYCLE);
        var objective = here.post("ann", "/api/objectives", OBJECTIVE.formatted(team, cycle));
        var owner = "/api/objectives/" + objective + "/owner";
        var before = log().head();

        for (var round = 0; round < 3; round++) {
            here.put("ann", owner, "{\"ownerId\": \"bob\"}");
            there.put("ann", owner, "{\"ownerId\": \"cat\"}");
            here.put("ann", owner, "{\"ownerId\": \"cat\"}"); // It is so already.
        }

        assertThat(log().head()).isEqualTo(before + 6);
        assertThat(log().stream(objective, 0)).hasSize(7);
    }

    @Test
    void eachHandsOverWhatEitherHasMade() {
        var here = Client.of(one);
        var there = Client.of(other);
        var goal = "{\"title\": \"Customers stay\", \"ownerId\": \"dan\"}";
        here.post("dan", "/api/goals", goal);
        there.post("dan", "/api/goals", goal);
        var before = log().head();

        var first = handOver(one);
        here.post("dan", "/api/goals", goal);
        var second = handOver(other);

        assertThat(JsonPath.<List<?>>read(first, "$.reassigned")).hasSize(2);
        assertThat(JsonPath.<List<?>>read(second, "$.reassigned")).hasSize(1);
        assertThat(log().head()).isEqualTo(before + 4);
    }

    private static String handOver(Running side) {
        var uri = side.address().resolve("/api/people/dan/handover");
        return send(uri, "{\"toPersonId\": \"ann\", \"reason\": \"Dan leaves\"}", "leave-" + uri.getPort())
                .join()
                .body();
    }

    private static void assertReplayed(List<HttpResponse<String>> answers) {
        var replayed = answers.stream()
                .filter(answer ->
                        answer.headers().firstValue("Idempotency-Replayed").isPresent());
        assertThat(replayed).hasSize(REQUESTS - 1);
    }

    private static EventLog log() {
        return one.context().getBean(EventLog.class);
    }

    private static Set<String> bodies(List<HttpResponse<String>> answers) {
        return answers.stream().map(HttpResponse::body).collect(toSet());
    }

    /** Half of them at each side. */
    private static List<HttpResponse<String>> ask(String path, String body, String key) {
        var pending = IntStream.range(0, REQUESTS)
                .mapToObj(number -> number % 2 == 0 ? one : other)
                .map(side -> send(side.address().resolve(path), body, key))
                .toList();
        return pending.stream().map(CompletableFuture::join).toList();
    }

    private static CompletableFuture<HttpResponse<String>> send(URI uri, String body, String key) {
        var request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .header("X-Actor", "ann")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body))
                .build();
        return HTTP.sendAsync(request, BodyHandlers.ofString());
    }
}

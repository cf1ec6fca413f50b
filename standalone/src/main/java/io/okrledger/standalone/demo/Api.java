package io.okrledger.standalone.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The public API as a client sees it. Requests are numbered, and the number is their idempotency key: a play that is
 * started again finds what it has done already and goes on from there.
 */
final class Api {

    /** What the correlation id of everything that the demo did begins with. */
    static final String MARK = "demo-";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final URI address;
    private int requests;
    private long position;

    Api(URI address) {
        this.address = address;
    }

    /** Returns the id of what was made. */
    String post(String actor, String path, Map<String, ?> body) {
        return change(actor, "POST", path, body).path("id").asString("");
    }

    void put(String actor, String path, Map<String, ?> body) {
        change(actor, "PUT", path, body);
    }

    JsonNode get(String path) {
        return send(to(path).GET().build());
    }

    /** Asks again and again until the answer is as wanted; models follow the log, they are not it. */
    void awaitThat(String path, Predicate<JsonNode> wanted) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!wanted.test(get(path))) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("After " + PATIENCE + ", this is still not as it should be: " + path);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** Where the log stood after the last change. */
    long position() {
        return position;
    }

    private JsonNode change(String actor, String method, String path, Map<String, ?> body) {
        var number = MARK + ++requests;
        var answer = send(to(path).header("Content-Type", "application/json")
                .header("X-Actor", actor)
                .header("X-Client", "demo")
                .header("X-Correlation-Id", number)
                .header("Idempotency-Key", number)
                .method(method, BodyPublishers.ofString(json.writeValueAsString(body)))
                .build());
        position = answer.path("position").asLong(position);
        return answer;
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(address.resolve(path));
    }

    private JsonNode send(HttpRequest request) {
        try {
            var response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException("%s %s was answered with %d: %s"
                        .formatted(request.method(), request.uri(), response.statusCode(), response.body()));
            }
            return json.readTree(response.body());
        } catch (IOException e) {
            throw new IllegalStateException("No answer from " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while waiting for " + request.uri(), e);
        }
    }
}

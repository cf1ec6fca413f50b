package io.okrledger.standalone.year;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.okrledger.standalone.Child;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** A running {@link StoppableLedger} and its API. Requests may come from many threads at once. */
final class Ledger implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicLong position = new AtomicLong();
    private final Child process;
    private final Writer orders;
    private final URI address;

    Ledger(Path directory, Instant now) {
        process = Child.startLedger(StoppableLedger.class, directory);
        orders = process.process().outputWriter();
        moveTo(now);
        address = process.address();
    }

    void moveTo(Instant now) {
        tell("at " + now);
    }

    /** Lets so many grades pass; the next one makes the process stand still before or after it is committed. */
    void stopAtGrade(boolean after, int grades) {
        tell("stop " + (after ? "after " : "before ") + grades);
    }

    void awaitStandstill() {
        process.await(Pattern.compile("(" + StoppableLedger.STOPPED + ")"));
    }

    /** Returns the id of what was made, null if nothing was. */
    String post(String actor, String path, String body) {
        return change(actor, "POST", path, body);
    }

    /** Returns the whole answer. */
    String answerTo(String actor, String path, String body) {
        return sendChange(actor, "POST", path, body);
    }

    void put(String actor, String path, String body) {
        change(actor, "PUT", path, body);
    }

    /** All items of a list as it is after every change made here. */
    List<Map<String, Object>> list(String path) {
        var items = new ArrayList<Map<String, Object>>();
        var question = path + (path.contains("?") ? "&" : "?") + "limit=500";
        for (var next = ""; next != null; ) {
            var page = JsonPath.parse(get(question + next));
            items.addAll(page.<List<Map<String, Object>>>read("$.items"));
            var cursor = page.<String>read("$.next");
            next = cursor == null ? null : "&after=" + cursor;
        }
        return items;
    }

    String get(String path) {
        var question = path + (path.contains("?") ? "&" : "?") + "wait=10s&minPosition=" + position.get();
        return send(HttpRequest.newBuilder(address.resolve(question)));
    }

    @Override
    public void close() {
        process.close();
    }

    private String change(String actor, String method, String path, String body) {
        return JsonPath.parse(sendChange(actor, method, path, body))
                .<Map<String, String>>read("$")
                .get("id");
    }

    private String sendChange(String actor, String method, String path, String body) {
        var answer = send(HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", "application/json")
                .header("X-Actor", actor)
                .method(method, BodyPublishers.ofString(body)));
        position.accumulateAndGet(JsonPath.parse(answer).read("$.position", Long.class), Math::max);
        return answer;
    }

    private String send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            assertThat(response.statusCode())
                    .as(() -> response.request() + ": " + response.body())
                    .isBetween(200, 299);
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void tell(String order) {
        try {
            orders.write(order + "\n");
            orders.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        process.await(Pattern.compile("(" + StoppableLedger.MOVED + ")"));
    }
}

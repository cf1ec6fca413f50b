package io.okrledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.test.json.JsonContent;

/** Changes things at one address and reads at another; an answer reflects every change that this client has made. */
public final class Client {

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI commands;
    private final URI queries;
    private long position;

    public Client(URI commands, URI queries) {
        this.commands = commands;
        this.queries = queries;
    }

    public static Client of(Running ledger) {
        return new Client(ledger.address(), ledger.address());
    }

    /** Returns the id of what was made, null if nothing was. */
    public String post(String actor, String path, String body) {
        return change(actor, "POST", path, body);
    }

    public void put(String actor, String path, String body) {
        change(actor, "PUT", path, body);
    }

    /** What was read, in words fit for {@code assertThat}. */
    public JsonContent get(String path) {
        return new JsonContent(read(path, position).body());
    }

    /** All pages of a list. */
    public List<Map<String, Object>> list(String path) {
        var items = new ArrayList<Map<String, Object>>();
        var question = path + "?limit=500";
        while (true) {
            var page = JsonPath.parse(get(question).getJson());
            items.addAll(page.<List<Map<String, Object>>>read("$.items"));
            String next = page.read("$.next");
            if (next == null) {
                return items;
            }
            question = path + "?limit=500&after=" + next;
        }
    }

    /** Where the log stood after the last change. */
    public long position() {
        return position;
    }

    /** From now on answers also reflect what others have changed so far. */
    public void catchUp() {
        position = Long.parseLong(read("/api/audit/events?limit=1", 0)
                .headers()
                .firstValue("OKR-Position")
                .orElseThrow());
    }

    /** Changes something and returns the whole answer. */
    public DocumentContext answerTo(String actor, String method, String path, String body) {
        var request = HttpRequest.newBuilder(commands.resolve(path))
                .header("Content-Type", "application/json")
                .header("X-Actor", actor)
                .method(method, BodyPublishers.ofString(body));
        var receipt = JsonPath.parse(send(request).body());
        position = receipt.read("$.position", Long.class);
        return receipt;
    }

    private String change(String actor, String method, String path, String body) {
        return answerTo(actor, method, path, body)
                .<Map<String, String>>read("$")
                .get("id");
    }

    private HttpResponse<String> read(String path, long minPosition) {
        var question = path + (path.contains("?") ? "&" : "?") + "wait=10s&minPosition=" + minPosition;
        return send(HttpRequest.newBuilder(queries.resolve(question)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            assertThat(response.statusCode())
                    .as(() -> response.request() + ": " + response.body())
                    .isBetween(200, 299);
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

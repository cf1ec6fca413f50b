package io.okrledger.standalone.years;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.TEN_MINUTES;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads whole lists.
 *
 * @param position that an answer has to reflect
 * @param moment a parameter that names the moment that is asked about; empty for the present
 */
record Reader(HttpClient http, URI address, long position, String moment) {

    /** What is answered in one piece. */
    private static final Pattern WHOLE = Pattern.compile("/api/(analytics/completion|alignment)\\b");

    private static final int OK = 200;
    private static final int SERVICE_UNAVAILABLE = 503;
    private static final JsonMapper JSON = new JsonMapper();

    Reader(URI address) {
        this(HttpClient.newHttpClient(), address, 0, "");
    }

    Reader from(long reached) {
        return new Reader(http, address, reached, moment);
    }

    Reader asOf(Object then) {
        return new Reader(http, address, position, "&asOf=" + then);
    }

    /** The answer as if a page had no end. */
    ObjectNode read(String path) {
        var question = path + (path.contains("?") ? "&" : "?") + "wait=10s&minPosition=" + position;
        var whole = get(question + (WHOLE.matcher(path).lookingAt() ? "" : "&limit=500") + moment);
        for (var next = whole.path("next"); next.isString(); ) {
            var page = get(question + "&limit=500&after=" + next.asString());
            ((ArrayNode) whole.get("items")).addAll((ArrayNode) page.get("items"));
            next = page.path("next");
        }
        whole.remove("next");
        return whole;
    }

    Stream<JsonNode> items(String path) {
        return read(path).get("items").valueStream();
    }

    /** Saves a list as a Parquet file. */
    Path download(String path, Path file) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve(path + "?wait=10s&minPosition=" + position))
                .header("Accept", "application/vnd.apache.parquet")
                .build();
        return http.send(request, BodyHandlers.ofFile(file)).body();
    }

    /** However long it takes a side to catch up with a whole history. */
    private ObjectNode get(String question) {
        var request = HttpRequest.newBuilder(address.resolve(question)).build();
        var response = await().pollDelay(Duration.ZERO)
                .atMost(TEN_MINUTES)
                .until(
                        () -> http.send(request, BodyHandlers.ofString()),
                        answer -> answer.statusCode() != SERVICE_UNAVAILABLE);
        assertThat(response.statusCode())
                .as(() -> question + ": " + response.body())
                .isEqualTo(OK);
        return (ObjectNode) JSON.readTree(response.body());
    }
}

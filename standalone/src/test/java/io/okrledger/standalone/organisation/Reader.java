package io.okrledger.standalone.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
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
        var whole = get(question + (path.contains("/analytics/completion") ? "" : "&limit=500") + moment);
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

    private ObjectNode get(String question) {
        try {
            var request = HttpRequest.newBuilder(address.resolve(question)).build();
            var response = http.send(request, BodyHandlers.ofString());
            assertThat(response.statusCode())
                    .as(() -> question + ": " + response.body())
                    .isEqualTo(200);
            return (ObjectNode) JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

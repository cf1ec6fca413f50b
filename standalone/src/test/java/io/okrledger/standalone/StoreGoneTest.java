package io.okrledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.okrledger.embedded.EmbeddedMongo;
import io.okrledger.standalone.address.OwnAddress;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;

/** A fault of the store is an honest 503, whatever was asked. */
class StoreGoneTest {

    private static final String ID = "01990000-0000-7000-8000-000000000000";

    private static ConfigurableApplicationContext application;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void startAndTakeTheStoreAway() {
        try (var store = EmbeddedMongo.inMemory()) {
            var uri = store.connectionString() + "/okr-ledger?serverSelectionTimeoutMS=200";
            application = StandaloneApplication.start(
                    "--okr.mongodb.uri=" + uri, "--server.port=0", "--logging.level.root=OFF");
        }
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | goals | {\"title\": \"Grow\", \"ownerId\": \"ada\"}",
                "PUT | objectives/" + ID + "/owner | {\"ownerId\": \"bob\"}",
                "GET | goals/" + ID + " |",
                "GET | scoreboard?cycle=" + ID + " |",
                "GET | analytics/completion?cycle=" + ID + " |",
                "GET | audit/events |"
            })
    void saysThatTheStoreIsOutOfReach(String method, String path, String body) throws Exception {
        var answer = ask(method, path, body == null ? "" : body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.body()).contains("\"code\":\"store-unavailable\"").doesNotContain("Exception", "mongodb://");
    }

    @Test
    void endsAnImportAtTheLineAtWhichTheStoreIsOutOfReach() throws Exception {
        var answer = ask("POST", "imports", """
                {"type": "goal", "ref": "g", "effectiveAt": "2025-10-01T08:00:00Z", "title": "Grow", "ownerId": "ada"}""", "application/x-ndjson");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"complete\":false", "\"code\":\"store-unavailable\"", "at line 1");
    }

    private HttpResponse<String> ask(String method, String path, String body) throws IOException, InterruptedException {
        return ask(method, path, body, "application/json");
    }

    private HttpResponse<String> ask(String method, String path, String body, String type)
            throws IOException, InterruptedException {
        var address = OwnAddress.of(application.getEnvironment()).uri();
        var request = HttpRequest.newBuilder(address.resolve("/api/" + path))
                .header("Content-Type", type)
                .header("Idempotency-Key", path)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}

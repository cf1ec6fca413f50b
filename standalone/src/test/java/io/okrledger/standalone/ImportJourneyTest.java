package io.okrledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of the documentation, imported a year later, is judged by its own dates. */
class ImportJourneyTest {

    @TempDir
    Path directory;

    @Test
    void judgesTheQuarterAsIfItHadBeenRecordedThen() throws Exception {
        MovedClock.moveTo("2026-10-08T10:00:00Z");
        try (var ledger = Running.start(StandaloneApplication::main, "--okr.data-dir=" + directory)) {
            assertThat(send(ledger, "?dryRun=true")).contains("\"refused\":0", "\"complete\":true");
            var client = Client.of(ledger);
            client.catchUp();
            assertThat(client.position()).as("after the dry run").isZero();

            assertThat(send(ledger, "")).contains("\"recorded\":17", "\"refused\":0", "\"complete\":true");
            client.catchUp();
            var id = client.list("/api/cycles").get(0).get("id");
            var cycle = "/api/cycles/" + id;
            await().atMost(ONE_MINUTE)
                    .untilAsserted(() -> assertThat(client.get(cycle))
                            .extractingPath("$.graded")
                            .isEqualTo(2));

            assertThat(client.get(cycle))
                    .extractingPath("$")
                    .asMap()
                    .containsEntry("openedAt", "2025-10-01T06:00:00Z")
                    .containsEntry("closedAt", "2026-01-05T09:00:00Z");
            assertThat(client.get("/api/cadence?cycle=" + id))
                    .extractingPath("$.items[0:4].state")
                    .asArray()
                    .containsExactly("NOT_APPLICABLE", "ON_TIME", "LATE", "MISSED");
            // NPS 0.5 with weight 2 and CSAT 0.6667 with weight 1; then the first response.
            assertThat(client.get("/api/scoreboard?cycle=" + id))
                    .extractingPath("$.items[*].score")
                    .asArray()
                    .containsExactlyInAnyOrder(0.5556, 0.25);
        }
    }

    private static String send(Running ledger, String query) throws Exception {
        var request = HttpRequest.newBuilder(ledger.address().resolve("/api/imports" + query))
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofFile(Readme.root().resolve("docs/import.example.ndjson")))
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.headers().firstValue("Content-Length"))
                .as("known only of an answer that is held back until its end")
                .isEmpty();
        return answer.body();
    }
}

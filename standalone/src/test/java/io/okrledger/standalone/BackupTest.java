package io.okrledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {

    @TempDir
    Path directory;

    @Test
    void aCopyMadeWhileItRunsIsAWholeLedger() throws Exception {
        String copy;
        String events;
        try (var ledger = start(directory.resolve("data"))) {
            var client = Client.of(ledger);
            client.post("ann", "/api/teams", "{\"name\": \"Sales\"}");
            events = client.get("/api/audit/events").getJson();
            copy = backUp(ledger);
            client.post("ann", "/api/teams", "{\"name\": \"After the copy\"}");
        }
        assertThat(Path.of(copy)).hasParent(directory.resolve("copies"));
        try (var restored = start(Path.of(copy))) {
            var client = Client.of(restored);
            client.catchUp();
            assertThat(client.get("/api/audit/events").getJson()).isEqualTo(events);
            assertThat(client.get("/api/teams").getJson()).contains("Sales").doesNotContain("After the copy");
        }
    }

    private static String backUp(Running ledger) throws Exception {
        var request = HttpRequest.newBuilder(ledger.address().resolve("/actuator/backup"))
                .POST(BodyPublishers.noBody())
                .build();
        var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        return JsonPath.read(response.body(), "$.directory");
    }

    private Running start(Path data) {
        return Running.start(
                StandaloneApplication::main,
                "--okr.data-dir=" + data,
                "--okr.backup-dir=" + directory.resolve("copies"));
    }
}

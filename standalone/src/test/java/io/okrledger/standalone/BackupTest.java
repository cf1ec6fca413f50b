package io.okrledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
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
            copy = JsonPath.read(backUp(ledger, 200), "$.directory");
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

    @Test
    void refusesANameThatIsTaken() throws Exception {
        try (var ledger = start(directory.resolve("data"))) {
            String copy = JsonPath.read(backUp(ledger, 200), "$.directory");
            assertThat(detail(backUp(ledger, 409)))
                    .isEqualTo("The copy " + copy + " is not made: there is one of that name.");
        }
    }

    @Test
    void saysWhyTheDiskDoesNotTakeIt() throws Exception {
        var copies = Files.writeString(directory.resolve("copies"), "a file");
        try (var ledger = start(directory.resolve("data"))) {
            assertThat(detail(backUp(ledger, 503)))
                    .startsWith("The copy " + copies)
                    .endsWith(" cannot be written: " + copies + " is in the way.");
            Files.delete(copies);
            backUp(ledger, 200);
        }
    }

    private static String detail(String problem) {
        return JsonPath.read(problem, "$.detail");
    }

    private static String backUp(Running ledger, int status) throws Exception {
        var request = HttpRequest.newBuilder(ledger.address().resolve("/actuator/backup"))
                .POST(BodyPublishers.noBody())
                .build();
        var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return response.body();
    }

    private Running start(Path data) {
        return Running.start(
                StandaloneApplication::main,
                "--okr.data-dir=" + data,
                "--okr.backup-dir=" + directory.resolve("copies"));
    }
}

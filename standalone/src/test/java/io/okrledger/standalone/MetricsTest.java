package io.okrledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsTest {

    @TempDir
    Path directory;

    @Test
    void whatTheLogDoesIsInTheApplicationsOwnRegistry() throws Exception {
        try (var ledger = Running.start(StandaloneApplication::main, "--okr.data-dir=" + directory)) {
            var client = Client.of(ledger);
            client.post("ann", "/api/teams", "{\"name\": \"Sales\"}");
            client.get("/api/teams");

            assertThat(value(ledger, "okr.log.append?tag=outcome:stored")).isEqualTo(1);
            assertThat(value(ledger, "okr.log.append?tag=outcome:conflict")).isZero();
            assertThat(value(ledger, "okr.log.group")).isEqualTo(1);
            assertThat(value(ledger, "okr.log.waiting")).isZero();
            assertThat(value(ledger, "okr.log.overtaken")).isZero();
            assertThat(value(ledger, "okr.log.head")).isEqualTo(client.position());
            await().untilAsserted(() -> assertThat(value(ledger, "okr.projection.lag?tag=processor:catalogue"))
                    .isZero());
            assertThat(value(ledger, "okr.projection.age?tag=projection:catalogue"))
                    .isZero();
            assertThat(ledger.context().getBeansOfType(MeterRegistry.class)).hasSize(1);
        }
    }

    @Test
    void whatIsParkedIsCountedByProcessor() throws Exception {
        try (var ledger = Running.start(StandaloneApplication::main, "--okr.data-dir=" + directory)) {
            var client = Client.of(ledger);
            var cycle = client.post("ann", "/api/cycles", """
                    {"name": "2026-Q4", "startsOn": "2026-10-01", "endsOn": "2026-12-31", "timeZone": "Europe/Berlin"}""");
            client.get("/api/cycles/" + cycle);
            ledger.context()
                    .getBean(MongoDatabase.class)
                    .getCollection("catalogue-cycles")
                    .deleteOne(Filters.eq(cycle));
            client.post("ann", "/api/cycles/" + cycle + "/opening", "{}");
            client.post("ann", "/api/cycles/" + cycle + "/closing", "{}");
            client.get("/api/cycles");

            assertThat(value(ledger, "okr.letters.parked?tag=processor:catalogue"))
                    .isEqualTo(2);
            assertThat(value(ledger, "okr.letters.parked?tag=processor:history"))
                    .isZero();
        }
    }

    private static double value(Running ledger, String meter) throws Exception {
        var request = HttpRequest.newBuilder(ledger.address().resolve("/actuator/metrics/" + meter))
                .build();
        var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).as(meter).isEqualTo(200);
        return JsonPath.parse(response.body()).read("$.measurements[0].value", Double.class);
    }
}

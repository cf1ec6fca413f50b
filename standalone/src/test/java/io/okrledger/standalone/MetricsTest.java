package io.okrledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
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
            assertThat(value(ledger, "okr.log.overtaken")).isZero();
            assertThat(value(ledger, "okr.log.head")).isEqualTo(client.position());
            await().untilAsserted(() -> assertThat(value(ledger, "okr.projection.lag?tag=processor:catalogue"))
                    .isZero());
            assertThat(ledger.context().getBeansOfType(MeterRegistry.class)).hasSize(1);
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

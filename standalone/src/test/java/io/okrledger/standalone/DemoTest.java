package io.okrledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import io.okrledger.standalone.address.OwnAddress;
import io.okrledger.standalone.demo.ForeignDataException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

class DemoTest {

    @TempDir
    Path directory;

    @Test
    void givesEveryReadModelSomethingToShowAndIsPlayedOnce() throws Exception {
        List<String> events;
        try (var application = start("--okr.demo=true")) {
            var api = api(application);
            showsTheOpenCycle(api, cycle(api, "OPEN"));
            showsTheClosedCycle(api, cycle(api, "CLOSED"));
            nothingIsMissingFromTheRoleOfTheApplications(application);
            events = values(get(api, "/api/audit/events?limit=500").path("items"), "id");
        }
        try (var application = start("--okr.demo=true")) {
            assertThat(values(
                            get(api(application), "/api/audit/events?limit=500").path("items"), "id"))
                    .isEqualTo(events);
        }
    }

    @Test
    void isNotMixedIntoWhatSomebodyElseEntered() {
        try (var application = start()) {
            api(application)
                    .post()
                    .uri("/api/teams")
                    .body(Map.of("name", "Ours"))
                    .retrieve()
                    .toBodilessEntity();
        }
        assertThatThrownBy(() -> start("--okr.demo=true")).isInstanceOf(ForeignDataException.class);
    }

    private static void showsTheOpenCycle(RestClient api, String cycle) {
        var objectives = get(api, "/api/scoreboard?cycle=" + cycle).path("items");
        assertThat(values(objectives, "band")).hasSize(7).contains("RED", "YELLOW", "GREEN");
        var keyResults = new ArrayList<JsonNode>();
        objectives.forEach(objective -> objective.path("keyResults").forEach(keyResults::add));
        assertThat(keyResults)
                .hasSize(10)
                .extracting(keyResult -> keyResult.path("pace").asString())
                .contains("ON_TRACK", "AT_RISK", "STALE");
        assertThat(get(api, "/api/cadence/due").path("items")).isNotEmpty();
    }

    private static void showsTheClosedCycle(RestClient api, String cycle) {
        var completion = get(api, "/api/analytics/completion?cycle=" + cycle);
        assertThat(completion.path("provisional").asBoolean()).isFalse();
        assertThat(values(completion.path("weeks"), "week")).hasSize(13);
        var weeks = get(api, "/api/cadence?limit=500&cycle=" + cycle).path("items");
        assertThat(values(weeks, "state")).hasSize(130).contains("ON_TIME", "LATE", "MISSED");
        assertThat(values(weeks, "backfilled")).contains("true");
        assertThat(values(get(api, "/api/audit/events?limit=500").path("items"), "type"))
                .contains(
                        "objective.check-in-corrected",
                        "objective.key-result-target-adjusted",
                        "objective.key-result-owner-reassigned",
                        "objective.owner-reassigned",
                        "objective.graded");
    }

    /** A collection that the script does not name cannot be written once MongoDB enforces the role. */
    private static void nothingIsMissingFromTheRoleOfTheApplications(ConfigurableApplicationContext application)
            throws Exception {
        var script = Files.readString(Path.of("../deploy/init-mongodb.js"));
        assertThat(application.getBean(MongoDatabase.class).listCollectionNames())
                .isNotEmpty()
                .allSatisfy(collection -> assertThat(script).contains('"' + collection.replace(".green", "") + '"'));
    }

    private ConfigurableApplicationContext start(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.add("--okr.data-dir=" + directory);
        // What it shows does not depend on how many share the work.
        all.add("--okr.projections.segments=1");
        all.add("--server.port=0");
        return StandaloneApplication.start(all.toArray(String[]::new));
    }

    private static RestClient api(ConfigurableApplicationContext application) {
        return RestClient.create(OwnAddress.of(application.getEnvironment()).uri());
    }

    private static String cycle(RestClient api, String status) {
        return get(api, "/api/cycles?status=" + status)
                .path("items")
                .path(0)
                .path("id")
                .asString();
    }

    private static JsonNode get(RestClient api, String path) {
        return api.get().uri(path).retrieve().requiredBody(JsonNode.class);
    }

    private static List<String> values(JsonNode items, String field) {
        var values = new ArrayList<String>();
        items.forEach(item -> values.add(item.path(field).asString("")));
        return values;
    }
}

package io.okrledger.standalone;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.json.JsonContent;

/** A document of a read model gets lost, and what happens to its objective cannot be folded into it any more. */
class DeadLettersTest {

    private static final String MODEL = "history";

    @TempDir
    Path directory;

    private final WorkedQuarter quarter = new WorkedQuarter();
    private Running ledger;

    @Test
    void parksWhatCannotBeHandledUntilAnOperatorHasItHandledAgain() {
        start();
        quarter.playUntilTheClocksHaveGoneBack();
        assertHealth("UP");
        var whole = lose();
        quarter.playUntilTheTargetHasMoved();
        assertThatAllElseGoesOn();
        assertThatTheLetterIsShown(1);

        assertThat(send("POST", "/actuator/deadletters").body()).contains("\"history\":{\"handled\":0,\"parked\":1}");
        assertThatTheLetterIsShown(2);

        ledger.close();
        start();
        assertThatTheLetterIsShown(2);
        states().insertOne(whole);
        assertThat(send("POST", "/actuator/deadletters/history/" + quarter.happier)
                        .body())
                .contains("{\"handled\":1,\"parked\":0}");
        assertThat(send("GET", "/actuator/deadletters").body()).isEqualTo("{\"groups\":{}}");
        assertHealth("UP");
        assertThatTheModelIsWhole();
        ledger.close();
    }

    @Test
    void passesOverWhatAnOperatorDiscards() {
        start();
        quarter.playUntilTheClocksHaveGoneBack();
        lose();
        quarter.client.put("lead", "/api/objectives/" + quarter.happier + "/owner", "{\"ownerId\": \"zoe\"}");
        var position = quarter.client.position();
        await().untilAsserted(() ->
                assertThat(send("GET", "/actuator/deadletters").body()).contains("\"position\":" + position));

        var letter = "/actuator/deadletters/history/" + position;
        assertThat(send("DELETE", letter).statusCode()).isEqualTo(204);
        assertThat(send("DELETE", letter).statusCode()).isEqualTo(404);
        assertThat(send("POST", "/actuator/deadletters/history/" + quarter.happier)
                        .statusCode())
                .isEqualTo(404);
        assertThat(send("POST", "/actuator/deadletters/nothing-of-ours").statusCode())
                .isEqualTo(404);
        assertHealth("UP");
        ledger.close();
    }

    @Test
    void forgetsWhatWasParkedWhenTheModelIsBuiltAnew() {
        start();
        quarter.playUntilTheClocksHaveGoneBack();
        lose();
        quarter.playUntilTheTargetHasMoved();
        quarter.client.get(history(quarter.happier));
        assertThatTheLetterIsShown(1);
        states().drop();
        ledger.close();

        start();

        assertThat(quarter.client.get(history(quarter.happier)).getJson()).contains("One hour is what everybody does");
        assertHealth("UP");
        ledger.close();
    }

    private void start() {
        ledger = Running.start(StandaloneApplication::main, "--okr.data-dir=" + directory);
        quarter.client = Client.of(ledger);
        quarter.client.catchUp();
    }

    private BsonDocument lose() {
        // Every event so far is in the document before it is lost.
        quarter.client.get(history(quarter.happier));
        return states().findOneAndDelete(eq(quarter.happier));
    }

    private static String history(String objective) {
        return "/api/objectives/" + objective + "/history?limit=500";
    }

    private void assertThatAllElseGoesOn() {
        quarter.client.put("lead", "/api/objectives/" + quarter.bigger + "/owner", "{\"ownerId\": \"zoe\"}");
        assertThat(quarter.client.get(history(quarter.bigger)).getJson()).contains("zoe");
        assertThat(quarter.client.get(history(quarter.happier)).getJson())
                .doesNotContain("One hour is what everybody does");
        assertThat(quarter.client.get("/api/audit/timeline/" + quarter.happier).getJson())
                .as("another model")
                .contains("One hour is what everybody does");
        quarter.questions().forEach(quarter.client::get);
    }

    private void assertThatTheLetterIsShown(int tries) {
        var shown = new JsonContent(send("GET", "/actuator/deadletters").body());
        assertThat(shown).extractingPath("$.groups.length()").isEqualTo(1);
        assertThat(shown).extractingPath("$.groups.history.length()").isEqualTo(1);
        assertThat(shown).extractingPath("$.groups.history[0].sequence").isEqualTo(quarter.happier);
        assertThat(shown).extractingPath("$.groups.history[0].eventType").isEqualTo("objective.check-in-recorded");
        assertThat(shown).extractingPath("$.groups.history[0].streamType").isEqualTo("objective");
        assertThat(shown).extractingPath("$.groups.history[0].tries").isEqualTo(tries);
        assertThat(shown).extractingPath("$.groups.history[0].waiting").isEqualTo(4);
        assertHealth("DEGRADED");
    }

    private void assertHealth(String status) {
        var health = send("GET", "/actuator/health");
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(new JsonContent(health.body())).extractingPath("$.status").isEqualTo(status);
    }

    private void assertThatTheModelIsWhole() {
        quarter.questions().forEach(quarter.client::get);
        var repaired = documents();
        states().drop();
        ledger.close();
        start();
        await().atMost(ONE_MINUTE).untilAsserted(() -> assertThat(documents()).isEqualTo(repaired));
    }

    private Set<BsonDocument> documents() {
        return states().find().into(new HashSet<>());
    }

    private MongoCollection<BsonDocument> states() {
        return ledger.context().getBean(MongoDatabase.class).getCollection(MODEL + "-state", BsonDocument.class);
    }

    private HttpResponse<String> send(String method, String path) {
        var request = HttpRequest.newBuilder(ledger.address().resolve(path))
                .method(method, BodyPublishers.noBody())
                .build();
        try {
            return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

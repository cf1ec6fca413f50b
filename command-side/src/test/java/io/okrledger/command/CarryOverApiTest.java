package io.okrledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;

class CarryOverApiTest extends Api {

    private final String body = """
            {"cycleId": "%s", "keyResults": [{"keyResultId": "%s", "target": 60}, {"keyResultId": "%s", "target": 70}]}""";

    @Test
    void makesAnObjectiveThatGoesOnFromWhereItsAncestorStands() {
        var objective = objectiveIn(openCycle());
        var first = keyResultOf(objective);
        var second = keyResultOf(objective);
        checkInOf(second);
        var before = log.head();
        var answer = post(carryOver(objective), body.formatted(laterCycle(), id(second), id(first)));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo("/api/objectives/" + answer.text("/id"));
        assertThat(answer.header("ETag")).isEqualTo("\"3\"");
        assertThat(answer.body().propertyNames()).containsExactlyInAnyOrder("id", "version", "position", "keyResults");
        assertThat(answer.body().at("/keyResults").findValuesAsString("ancestorId"))
                .containsExactly(id(second), id(first));
        assertThat(log.read(before + 1, 10)).as("one commit").hasSize(1);
        assertThat(eventsAfter(before + 1))
                .hasSize(4)
                .allMatch(event -> event.contains(answer.text("/id")))
                .anyMatch(event -> event.contains("\"baseline\":41,\"target\":60"))
                .anyMatch(event -> event.contains("\"baseline\":32,\"target\":70"));
        assertThat(put(
                                "/api/objectives/" + answer.text("/id") + "/key-results/"
                                        + answer.text("/keyResults/0/keyResultId") + "/weight",
                                "{\"weight\": 2}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void answersAKeyedRequestWithTheSameKeyResultsAgain() {
        var objective = objectiveIn(openCycle());
        var request = body.formatted(laterCycle(), id(keyResultOf(objective)), id(keyResultOf(objective)));
        var first = post(carryOver(objective), request, "Idempotency-Key", "carry-1");
        var before = log.head();
        var again = post(carryOver(objective), request, "Idempotency-Key", "carry-1");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(log.head()).isEqualTo(before);
    }

    @Test
    void comparesTheVersionOfTheAncestor() {
        var objective = objectiveIn(openCycle());
        keyResultOf(objective);
        var words = """
                {"cycleId": "%s", "keyResults": []}""".formatted(laterCycle());
        assertThat(post(carryOver(objective), words, "If-Match", "\"0\"").status())
                .isEqualTo(412);
        assertThat(post(carryOver(objective), words, "If-Match", "\"1\"").status())
                .isEqualTo(201);
    }

    @Test
    void refusesWhatCannotGoOn() {
        var cycle = openCycle();
        var objective = objectiveIn(cycle);
        var words = "{\"cycleId\": \"%s\", \"keyResults\": []}";
        assertRefused("POST", carryOver(UNKNOWN_ID), words.formatted(cycle), 404, "unknown-objective");
        assertRefused("POST", carryOver(objective), words.formatted(UNKNOWN_ID), 404, "unknown-cycle");
        assertRefused("POST", carryOver(objective), words.formatted(cycle), 409, "cycle-not-later");
        post("/api/objectives/" + objective + "/abandonment", "{\"reason\": \"It is over\"}");
        assertRefused("POST", carryOver(objective), words.formatted(laterCycle()), 409, "objective-abandoned");
    }

    @Test
    void namesEveryNumberThatIsWrong() {
        var objective = objectiveIn(openCycle());
        var keyResult = id(keyResultOf(objective));
        var later = laterCycle();
        assertThat(pointers(objective, """
                {"cycleId": "%s", "keyResults": [
                 {"keyResultId": "%s", "target": 60, "low": 1}, {"keyResultId": "%s"}]}""".formatted(later, keyResult, keyResult)))
                .containsExactlyInAnyOrder("/keyResults/0/low", "/keyResults/1/keyResultId", "/keyResults/1/target");
        assertThat(pointers(objective, """
                {"cycleId": "%s", "keyResults": [
                 {"keyResultId": 7, "target": 0.1234567}, null, "NPS", {"keyResultId": "%s", "goal": 60}]}""".formatted(later, keyResult)))
                .containsExactlyInAnyOrder(
                        "/keyResults/0/keyResultId",
                        "/keyResults/0/target",
                        "/keyResults/1",
                        "/keyResults/2",
                        "/keyResults/3/goal");
        assertInvalid(
                post(carryOver(objective), """
                        {"cycleId": "%s", "keyResults": [
                         {"keyResultId": "%s", "target": 60}, {"keyResultId": "%s", "target": 60}]}""".formatted(later, keyResult, keyResult)),
                "repeated",
                "/keyResults/1/keyResultId");
        assertThat(pointers(objective, "{\"cycleId\": \"%s\"}".formatted(later)))
                .containsExactly("/keyResults");
        assertThat(pointers(objective, "{\"cycleId\": \"%s\", \"keyResults\": {}}".formatted(later)))
                .containsExactly("/keyResults");
    }

    @Test
    void takesAListOfTenAtMost() {
        var objective = objectiveIn(openCycle());
        var one = "{\"keyResultId\": \"" + id(keyResultOf(objective)) + "\", \"target\": 60}";
        var many = String.join(", ", Collections.nCopies(1_000, one));
        assertRefused(
                "POST",
                carryOver(objective),
                "{\"cycleId\": \"" + laterCycle() + "\", \"keyResults\": [" + many + "]}",
                400,
                "too-long");
    }

    private Iterable<String> pointers(String objective, String request) {
        var answer = post(carryOver(objective), request);
        assertThat(answer.status()).isEqualTo(400);
        return answer.body().at("/errors").findValuesAsString("pointer");
    }

    private static String carryOver(String objective) {
        return "/api/objectives/" + objective + "/carry-over";
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}

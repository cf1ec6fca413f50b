package io.okrledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Bad input gets a clear answer and costs nothing: every case names the field or the rule and leaves the log alone. */
class RefusalApiTest extends Api {

    private static final String LONG = "x".repeat(201);

    /** One request that must be refused; without a code, only the status counts. */
    private record Case(
            String name, String method, String path, String body, int status, String code, String pointer) {}

    @TestFactory
    Stream<DynamicTest> refusesMalformedBodies() {
        var goals = "/api/goals";
        return Stream.of(
                        bad("no body", goals, "", "malformed", ""),
                        bad("no JSON", goals, "title=Grow", "malformed", ""),
                        bad("half a JSON", goals, "{\"title\": \"Grow\"", "malformed", ""),
                        bad("two JSONs", goals, goalWith("\"Grow\"") + "{}", "malformed", ""),
                        bad("an array", goals, "[]", "wrong-type", ""),
                        bad("a text", goals, "\"Grow\"", "wrong-type", ""),
                        bad("null", goals, "null", "malformed", ""),
                        bad("missing title", goals, "{\"ownerId\": \"ada\"}", "required", "/title"),
                        bad("null title", goals, goalWith("null"), "required", "/title"),
                        bad("empty title", goals, goalWith("\"\""), "blank", "/title"),
                        bad("blank title", goals, goalWith("\" \\t\""), "blank", "/title"),
                        bad("long title", goals, goalWith("\"" + LONG + "\""), "too-long", "/title"),
                        bad("control character", goals, goalWith("\"a\\u0000b\""), "control-character", "/title"),
                        bad("line break", goals, goalWith("\"a\\nb\""), "control-character", "/title"),
                        bad("half a surrogate", goals, goalWith("\"a\\ud800b\""), "control-character", "/title"),
                        bad("number as title", goals, goalWith("5"), "wrong-type", "/title"),
                        bad("truth as title", goals, goalWith("true"), "wrong-type", "/title"),
                        bad("object as title", goals, goalWith("{}"), "wrong-type", "/title"),
                        bad("array as title", goals, goalWith("[\"a\"]"), "wrong-type", "/title"),
                        bad("missing owner", goals, "{\"title\": \"Grow\"}", "owner-required", "/ownerId"),
                        bad("blank owner", goals, "{\"title\": \"Grow\", \"ownerId\": \" \"}", "malformed", "/ownerId"),
                        bad(
                                "unknown field",
                                goals,
                                "{\"title\": \"Grow\", \"ownerId\": \"ada\", \"x\": {\"y\": 1}}",
                                "unknown-field",
                                "/x"),
                        bad(
                                "repeated field",
                                goals,
                                "{\"title\": \"a\", \"title\": \"b\", \"ownerId\": \"ada\"}",
                                "malformed",
                                ""))
                .map(this::test);
    }

    @TestFactory
    Stream<DynamicTest> refusesMalformedCycles() {
        return Stream.of(
                        cycle("\"startsOn\": \"2026-13-01\"", "malformed", "/startsOn"),
                        cycle("\"startsOn\": 20261001", "wrong-type", "/startsOn"),
                        cycle("\"timeZone\": \"Mars/Olympus\"", "malformed", "/timeZone"),
                        cycle("\"timeZone\": null", "required", "/timeZone"),
                        cycle("\"cadence\": {\"dueDay\": \"FREITAG\"}", "malformed", "/cadence/dueDay"),
                        cycle("\"cadence\": {\"dueDay\": 5}", "wrong-type", "/cadence/dueDay"),
                        cycle("\"cadence\": {\"dueTime\": \"25:00\"}", "malformed", "/cadence/dueTime"),
                        cycle("\"cadence\": {\"graceHours\": -1}", "out-of-range", "/cadence/graceHours"),
                        cycle("\"cadence\": {\"graceHours\": 1.5}", "wrong-type", "/cadence/graceHours"),
                        cycle("\"cadence\": {\"graceHours\": \"2\"}", "wrong-type", "/cadence/graceHours"),
                        cycle("\"cadence\": {\"graceHours\": 99999999999}", "wrong-type", "/cadence/graceHours"),
                        cycle("\"policy\": {\"greenFrom\": 2}", "out-of-range", "/policy/greenFrom"),
                        cycle(
                                "\"policy\": {\"committedExpectation\": 1.1}",
                                "out-of-range",
                                "/policy/committedExpectation"),
                        cycle("\"policy\": {\"yellowFrom\": 0.8}", "out-of-range", "/policy/yellowFrom"))
                .map(this::test);
    }

    @TestFactory
    Stream<DynamicTest> refusesMalformedKeyResultsAndCheckIns() {
        var objective = objectiveIn(openCycle());
        var keyResults = "/api/objectives/" + objective + "/key-results";
        var checkIns = keyResultOf(objective) + "/check-ins";
        return Stream.of(
                        bad("no metric", keyResults, keyResult("null"), "required", "/metric"),
                        bad("unknown kind", keyResults, metric("\"kind\": \"GROW\""), "malformed", "/metric/kind"),
                        bad("kind by number", keyResults, metric("\"kind\": 0"), "wrong-type", "/metric/kind"),
                        bad(
                                "no target",
                                keyResults,
                                metric("\"kind\": \"KEEP_AT_LEAST\""),
                                "required",
                                "/metric/target"),
                        bad(
                                "stray number",
                                keyResults,
                                metric("\"kind\": \"KEEP_AT_MOST\", \"target\": 1, \"low\": 0"),
                                "not-applicable",
                                "/metric/low"),
                        bad(
                                "text as number",
                                keyResults,
                                metric("\"kind\": \"KEEP_AT_MOST\", \"target\": \"1\""),
                                "wrong-type",
                                "/metric/target"),
                        bad(
                                "too many digits",
                                keyResults,
                                metric("\"kind\": \"KEEP_AT_MOST\", \"target\": 1234567890123456789"),
                                "number-out-of-range",
                                "/metric/target"),
                        bad(
                                "too fine",
                                keyResults,
                                metric("\"kind\": \"KEEP_AT_MOST\", \"target\": 0.1234567"),
                                "number-out-of-range",
                                "/metric/target"),
                        bad(
                                "hostile exponent",
                                keyResults,
                                metric("\"kind\": \"KEEP_AT_MOST\", \"target\": 1e999999999"),
                                "number-out-of-range",
                                "/metric/target"),
                        bad(
                                "hostile fraction",
                                keyResults,
                                metric("\"kind\": \"KEEP_AT_MOST\", \"target\": 1e-999999999"),
                                "number-out-of-range",
                                "/metric/target"),
                        bad("no weight", keyResults, keyResult(NPS, "\"weight\": 0"), "out-of-range", "/weight"),
                        bad("heavy weight", keyResults, keyResult(NPS, "\"weight\": 101"), "out-of-range", "/weight"),
                        bad(
                                "long unit",
                                keyResults,
                                keyResult("{\"kind\": \"KEEP_AT_MOST\", \"target\": 1, \"unit\": \"" + "u".repeat(21)
                                        + "\"}"),
                                "too-long",
                                "/metric/unit"),
                        bad("no value", checkIns, "{\"confidence\": 5}", "required", "/value"),
                        bad("not a number", checkIns, "{\"value\": NaN, \"confidence\": 5}", "malformed", ""),
                        bad(
                                "confidence of 11",
                                checkIns,
                                "{\"value\": 1, \"confidence\": 11}",
                                "out-of-range",
                                "/confidence"),
                        bad(
                                "half a confidence",
                                checkIns,
                                "{\"value\": 1, \"confidence\": 5.5}",
                                "wrong-type",
                                "/confidence"),
                        bad(
                                "no such week",
                                checkIns,
                                "{\"value\": 1, \"confidence\": 5, \"week\": \"2025-W53\"}",
                                "malformed",
                                "/week"),
                        bad(
                                "a date for a week",
                                checkIns,
                                "{\"value\": 1, \"confidence\": 5, \"week\": \"2026-10-08\"}",
                                "malformed",
                                "/week"),
                        bad(
                                "long note",
                                checkIns,
                                "{\"value\": 1, \"confidence\": 5, \"note\": \"" + "n".repeat(2001) + "\"}",
                                "too-long",
                                "/note"))
                .map(this::test);
    }

    @TestFactory
    Stream<DynamicTest> refusesWhatTheRulesForbid() {
        var cycle = openCycle();
        var objective = objectiveIn(cycle);
        var keyResults = "/api/objectives/" + objective + "/key-results";
        var keyResult = keyResultOf(objective);
        var planned = plannedCycle();
        var early = keyResultOf(objectiveIn(planned)) + "/check-ins";
        return Stream.of(
                        rule(
                                "a short cycle",
                                "POST",
                                "/api/cycles",
                                cycleWith("\"endsOn\": \"2026-10-02\""),
                                409,
                                "cycle-length",
                                "/endsOn"),
                        rule(
                                "opening twice",
                                "POST",
                                "/api/cycles/" + cycle + "/opening",
                                "{}",
                                409,
                                "cycle-not-planned",
                                ""),
                        rule(
                                "closing too early",
                                "POST",
                                "/api/cycles/" + planned + "/closing",
                                "{}",
                                409,
                                "cycle-not-open",
                                ""),
                        rule(
                                "no target at all",
                                "POST",
                                keyResults,
                                metric("\"kind\": \"REACH\", \"baseline\": 5, \"target\": 5.0"),
                                409,
                                "baseline-equals-target",
                                "/metric"),
                        rule(
                                "an empty band",
                                "POST",
                                keyResults,
                                metric("\"kind\": \"KEEP_WITHIN\", \"low\": 5, \"high\": 4"),
                                409,
                                "band-empty",
                                "/metric"),
                        rule(
                                "a week to come",
                                "POST",
                                keyResult + "/check-ins",
                                "{\"value\": 1, \"confidence\": 5, \"week\": \"2026-W42\"}",
                                409,
                                "week-in-future",
                                "/week"),
                        rule(
                                "a week too early",
                                "POST",
                                keyResult + "/check-ins",
                                "{\"value\": 1, \"confidence\": 5, \"week\": \"2026-W39\"}",
                                409,
                                "week-too-early",
                                "/week"),
                        rule(
                                "a check-in too early",
                                "POST",
                                early,
                                "{\"value\": 1, \"confidence\": 5}",
                                409,
                                "cycle-not-open",
                                ""),
                        rule(
                                "a foreign number",
                                "PUT",
                                keyResult + "/target",
                                "{\"low\": 1, \"reason\": \"why not\"}",
                                400,
                                "not-applicable",
                                "/low"),
                        rule(
                                "a moved target without reason",
                                "PUT",
                                keyResult + "/target",
                                "{\"target\": 60}",
                                400,
                                "required",
                                "/reason"))
                .map(this::test);
    }

    @TestFactory
    Stream<DynamicTest> doesNotKnowWhatWasNeverMade() {
        var objective = objectiveIn(openCycle());
        var keyResult = keyResultOf(objective);
        var somewhere = "\"title\": \"T\", \"ownerId\": \"ada\", ";
        return Stream.of(
                        rule(
                                "a cycle",
                                "POST",
                                "/api/cycles/" + UNKNOWN_ID + "/opening",
                                "{}",
                                404,
                                "unknown-cycle",
                                ""),
                        rule("no id at all", "POST", "/api/cycles/x/opening", "{}", 404, "unknown-cycle", ""),
                        rule(
                                "a cycle by an objective's id",
                                "POST",
                                "/api/cycles/" + objective + "/opening",
                                "{}",
                                404,
                                "unknown-cycle",
                                ""),
                        rule(
                                "an objective",
                                "PUT",
                                "/api/objectives/" + UNKNOWN_ID + "/owner",
                                "{\"ownerId\": \"bob\"}",
                                404,
                                "unknown-objective",
                                ""),
                        rule(
                                "a key result",
                                "PUT",
                                "/api/objectives/" + objective + "/key-results/" + UNKNOWN_ID + "/owner",
                                "{\"ownerId\": \"bob\"}",
                                404,
                                "unknown-key-result",
                                ""),
                        rule(
                                "no key result's id",
                                "PUT",
                                "/api/objectives/" + objective + "/key-results/7/owner",
                                "{\"ownerId\": \"bob\"}",
                                404,
                                "unknown-key-result",
                                ""),
                        rule(
                                "a check-in",
                                "POST",
                                keyResult + "/check-ins/" + UNKNOWN_ID + "/correction",
                                "{\"value\": 1, \"reason\": \"r\"}",
                                404,
                                "unknown-check-in",
                                ""),
                        rule(
                                "a parent team",
                                "POST",
                                "/api/teams",
                                "{\"name\": \"T\", \"parentTeamId\": \"" + UNKNOWN_ID + "\"}",
                                404,
                                "unknown-team",
                                "/parentTeamId"),
                        rule(
                                "the cycle of an objective",
                                "POST",
                                "/api/objectives",
                                "{" + somewhere + "\"cycleId\": \"" + UNKNOWN_ID + "\", \"teamId\": \"" + team()
                                        + "\"}",
                                404,
                                "unknown-cycle",
                                "/cycleId"),
                        rule(
                                "the team of an objective",
                                "POST",
                                "/api/objectives",
                                "{" + somewhere + "\"cycleId\": \"" + plannedCycle() + "\", \"teamId\": \"" + UNKNOWN_ID
                                        + "\"}",
                                404,
                                "unknown-team",
                                "/teamId"),
                        rule(
                                "an id that is none",
                                "POST",
                                "/api/objectives",
                                "{" + somewhere + "\"cycleId\": \"1\", \"teamId\": \"" + team() + "\"}",
                                400,
                                "malformed",
                                "/cycleId"),
                        rule("a path", "POST", "/api/wishes", "{}", 404, "unknown-path", ""),
                        rule("a method", "DELETE", "/api/goals", "", 405, "method-not-allowed", ""))
                .map(this::test);
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        var answer = post("/api/cycles", """
                {"name": "", "startsOn": "soon", "timeZone": 1, "color": "red", "cadence": {"graceHours": 100}}""");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/code")).isEqualTo("invalid-request");
        assertThat(answer.body().at("/errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder(
                        "/name", "/startsOn", "/timeZone", "/color", "/cadence/graceHours", "/endsOn");
    }

    @Test
    void refusesAfterTheClose() {
        var cycle = openCycle();
        var objective = objectiveIn(cycle);
        var keyResult = keyResultOf(objective);
        post("/api/cycles/" + cycle + "/closing", "{}");
        assertThat(post(keyResult + "/check-ins", "{\"value\": 1, \"confidence\": 5}")
                        .text("/code"))
                .isEqualTo("cycle-closed");
        assertThat(post("/api/cycles/" + cycle + "/opening", "{}").text("/code"))
                .isEqualTo("cycle-closed");
        assertThat(post("/api/objectives", """
                {"title": "Late", "ownerId": "ada", "cycleId": "%s", "teamId": "%s"}""".formatted(cycle, team())).text("/code"))
                .isEqualTo("cycle-closed");
    }

    @Test
    void refusesTheEleventhKeyResult() {
        var objective = objectiveIn(openCycle());
        for (var i = 0; i < 10; i++) {
            keyResultOf(objective);
        }
        var eleventh = post("/api/objectives/" + objective + "/key-results", keyResult(NPS));
        assertThat(eleventh.status()).isEqualTo(409);
        assertThat(eleventh.text("/code")).isEqualTo("too-many-key-results");
    }

    @Test
    void refusesHeadersThatSayNothing() {
        var goal = goalWith("\"Grow\"");
        assertThat(List.of(
                        post("/api/goals", goal, "Idempotency-Key", "k".repeat(256)),
                        post("/api/goals", goal, "X-Actor", "ada lovelace"),
                        post("/api/goals", goal, "If-Match", "3"),
                        post("/api/goals", goal, "If-Match", "\"-1\"")))
                .allSatisfy(answer -> {
                    assertThat(answer.status()).isEqualTo(400);
                    assertThat(answer.text("/code")).isEqualTo("malformed");
                });
    }

    @Test
    void refusesABodyOfMoreThanAMegabyte() {
        var before = log.head();
        var answer = post("/api/goals", goalWith("\"" + "x".repeat(1024 * 1024) + "\""));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.text("/code")).isEqualTo("body-too-large");
        assertThat(log.head()).isEqualTo(before);
    }

    @Test
    void refusesABodyThatIsNotJson() {
        var answer = send(HttpRequest.newBuilder(URI.create("http://localhost:" + port() + "/api/goals"))
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("Grow"))
                .build());
        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.text("/code")).isEqualTo("unsupported-media-type");
    }

    @Test
    void refusesAFormOfAnswerThatItDoesNotHaveBeforeItDoesAnything() {
        var before = log.head();
        var answer = post("/api/goals", goalWith("\"Grow\""), "Accept", "text/html");
        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.text("/code")).isEqualTo("not-acceptable");
        assertThat(log.head()).isEqualTo(before);
    }

    @Test
    void answersWithAProblemEvenWhereNoDoorIsReached() throws IOException {
        assertThat(raw("GET /api/goals/%zz HTTP/1.1"))
                .contains("400", "problem+json", "\"code\":\"malformed-request\"");
        assertThat(raw("GET /api/goals/%00 HTTP/1.1"))
                .contains("400", "problem+json")
                .doesNotContain("Tomcat");
        assertThat(raw("TRACE /api/goals HTTP/1.1")).contains("405", "\"code\":\"method-not-allowed\"");
        assertThat(raw("GET /error HTTP/1.1")).contains("404", "\"code\":\"unknown-path\"");
    }

    /** What no HTTP client would send. */
    private String raw(String line) throws IOException {
        try (var socket = new Socket("localhost", port())) {
            var request = line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void explainsItselfInProblemJson() {
        var answer = post("/api/cycles/" + UNKNOWN_ID + "/opening", "{}", "X-Correlation-Id", "c-1");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.text("/type")).endsWith(":unknown-cycle");
        assertThat(answer.text("/title")).isEqualTo("There is no such cycle");
        assertThat(answer.body().at("/status").asInt()).isEqualTo(404);
        assertThat(answer.text("/detail")).contains(UNKNOWN_ID);
        assertThat(answer.text("/instance")).isEqualTo("/api/cycles/" + UNKNOWN_ID + "/opening");
        assertThat(answer.text("/correlationId")).isEqualTo("c-1");
    }

    private DynamicTest test(Case refused) {
        return DynamicTest.dynamicTest(refused.name(), () -> {
            var before = log.head();
            var answer = send(refused.method(), refused.path(), refused.body());
            assertThat(answer.status()).as(answer.response().body()).isEqualTo(refused.status());
            assertThat(answer.text("/code")).as(answer.response().body()).isEqualTo(refused.code());
            if (!refused.pointer().isEmpty()) {
                assertThat(answer.body().at("/errors").findValuesAsString("pointer"))
                        .containsExactly(refused.pointer());
            }
            assertThat(answer.response().body()).doesNotContain("Exception", "io.okrledger", "java.");
            assertThat(log.head()).isEqualTo(before);
        });
    }

    private static final String NPS = "{\"kind\": \"REACH\", \"unit\": \"NPS\", \"baseline\": 32, \"target\": 50}";

    private static Case bad(String name, String path, String body, String code, String pointer) {
        return new Case(name, "POST", path, body, 400, code, pointer);
    }

    private static Case rule(
            String name, String method, String path, String body, int status, String code, String pointer) {
        return new Case(name, method, path, body, status, code, pointer);
    }

    private static Case cycle(String field, String code, String pointer) {
        return bad(field, "/api/cycles", cycleWith(field), code, pointer);
    }

    private static String goalWith(String title) {
        return "{\"title\": " + title + ", \"ownerId\": \"ada\"}";
    }

    private static String keyResult(String metric) {
        return keyResult(metric, "\"weight\": 1");
    }

    private static String keyResult(String metric, String field) {
        return "{\"title\": \"NPS\", \"ownerId\": \"ada\", \"metric\": " + metric + ", " + field + "}";
    }

    private static String metric(String fields) {
        return keyResult("{\"unit\": \"NPS\", " + fields + "}");
    }

    /** A cycle with one field replaced or added. */
    private static String cycleWith(String field) {
        var name = field.substring(0, field.indexOf(':'));
        return Stream.of(
                        "\"name\": \"2026-Q4\"",
                        "\"startsOn\": \"2026-10-01\"",
                        "\"endsOn\": \"2026-12-31\"",
                        "\"timeZone\": \"Europe/Berlin\"",
                        field)
                .filter(other -> other.equals(field) || !other.startsWith(name + ":"))
                .reduce((a, b) -> a + ", " + b)
                .map(fields -> "{" + fields + "}")
                .orElseThrow();
    }
}

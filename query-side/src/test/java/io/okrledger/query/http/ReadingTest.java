package io.okrledger.query.http;

import static io.okrledger.query.support.Happening.fact;
import static io.okrledger.query.support.Sample.ADA;
import static io.okrledger.query.support.Sample.BO;
import static io.okrledger.query.support.Sample.CHECK_IN_ID;
import static io.okrledger.query.support.Sample.CORRECTION;
import static io.okrledger.query.support.Sample.CYCLE;
import static io.okrledger.query.support.Sample.CYCLE_ID;
import static io.okrledger.query.support.Sample.GOAL;
import static io.okrledger.query.support.Sample.GOAL_ID;
import static io.okrledger.query.support.Sample.GRADE;
import static io.okrledger.query.support.Sample.NPS;
import static io.okrledger.query.support.Sample.NPS_ID;
import static io.okrledger.query.support.Sample.OBJECTIVE;
import static io.okrledger.query.support.Sample.OBJECTIVE_ID;
import static io.okrledger.query.support.Sample.TEAM;
import static io.okrledger.query.support.Sample.TO_60;
import static io.okrledger.query.support.Sample.WEEK_41;
import static io.okrledger.query.support.Sample.checkIn;
import static io.okrledger.query.support.Sample.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.okrledger.events.cycle.CycleOpened;
import io.okrledger.events.goal.GoalDefined;
import io.okrledger.events.goal.GoalId;
import io.okrledger.query.support.QuerySideTest;
import io.okrledger.query.support.TestLedger;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@QuerySideTest
class ReadingTest {

    private static final long HEAD = 13;
    private static final String OBJECTIVE_PATH = "/api/objectives/" + OBJECTIVE_ID;
    private static final String NPS_PATH = OBJECTIVE_PATH + "/key-results/" + NPS_ID;
    private static final String UNKNOWN = "01920000-0000-7000-8000-0000000000ff";

    private final MockMvcTester mvc;

    @Autowired
    ReadingTest(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    @BeforeAll
    static void play(@Autowired TestLedger ledger) {
        ledger.append(
                fact(GOAL),
                fact(TEAM),
                fact(CYCLE),
                fact(new CycleOpened(CYCLE_ID)),
                fact(OBJECTIVE),
                fact(NPS),
                fact(checkIn(CHECK_IN_ID, WEEK_41, "41")),
                fact(CORRECTION).by("bo"),
                fact(TO_60),
                fact(GRADE),
                fact(new GoalDefined(new GoalId(id(11)), "Second", null, ADA)),
                fact(new GoalDefined(new GoalId(id(12)), "Third", null, ADA)),
                fact(new GoalDefined(new GoalId(id(13)), "Of another", null, BO))
                        .importedAs("2025-01-07T08:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/goals/01920000-0000-7000-8000-000000000001, title, Be the first choice",
        "/api/teams/01920000-0000-7000-8000-000000000002, name, Support",
        "/api/cycles/01920000-0000-7000-8000-000000000003, status, OPEN",
        "/api/objectives/01920000-0000-7000-8000-000000000004, ownerId, ada"
    })
    void showsEachResourceWithItsVersionAndTimes(String path, String field, String value) {
        var resource = json(at(path));
        assertThat(resource.get(field).asString()).isEqualTo(value);
        assertThat(resource.get("version").isIntegralNumber()).isTrue();
        assertThat(resource.get("createdAt").asString()).isEqualTo("2026-10-01T09:00:00Z");
        assertThat(resource.has("changedAt")).isTrue();
    }

    @Test
    void countsTheObjectivesOfACycle() {
        var cycle = json(at("/api/cycles/" + CYCLE_ID));
        assertThat(cycle.get("objectives").asInt()).isEqualTo(1);
        assertThat(cycle.get("graded").asInt()).isEqualTo(1);
        assertThat(cycle.get("abandoned").asInt()).isZero();
    }

    @Test
    void showsAKeyResultWithTheVersionOfItsObjective() {
        var keyResult = json(at(NPS_PATH));
        assertThat(keyResult.get("version").asLong()).isEqualTo(5);
        assertThat(keyResult.at("/metric/target").decimalValue()).isEqualByComparingTo("60");
        assertThat(keyResult.at("/originalMetric/target").decimalValue()).isEqualByComparingTo("50");
        assertThat(keyResult.at("/latest/value").decimalValue()).isEqualByComparingTo("42.5");
    }

    @Test
    void showsACheckInWithItsCorrections() {
        var listed = json(at(NPS_PATH + "/check-ins")).get("items");
        assertThat(listed).hasSize(1);
        assertThat(json(at(NPS_PATH + "/check-ins/" + CHECK_IN_ID))).isEqualTo(listed.get(0));
        assertThat(listed.at("/0/corrections/0/actor").asString()).isEqualTo("bo");
    }

    @Test
    void pagesThroughAListWithoutSkippingOrRepeating() {
        var titles = new ArrayList<String>();
        var next = "";
        do {
            var page = json(at("/api/goals?limit=1" + next));
            page.get("items").forEach(goal -> titles.add(goal.get("title").asString()));
            next = page.get("next").isNull() ? "" : "&after=" + page.get("next").asString();
        } while (!next.isEmpty());
        assertThat(titles).containsExactly("Be the first choice", "Second", "Third", "Of another");
    }

    @ParameterizedTest
    @CsvSource({"'', 4", "?owner=ada, 3", "?owner=nobody, 0"})
    void filtersLists(String query, int count) {
        assertThat(json(at("/api/goals" + query)).get("items")).hasSize(count);
    }

    @Test
    void servesTheLogAsItIs() {
        var page = json(at("/api/audit/events?after=4&limit=2"));
        var event = page.at("/items/0");
        assertThat(event.get("position").asLong()).isEqualTo(5);
        assertThat(event.get("type").asString()).isEqualTo("objective.created");
        assertThat(event.get("revision").asInt()).isEqualTo(1);
        assertThat(event.at("/stream/sequence").asLong()).isZero();
        assertThat(event.at("/payload/title").asString()).isEqualTo("Customers recommend us");
        assertThat(page.get("next").asString()).isEqualTo("6");
    }

    @Test
    void tellsWhenSomethingImportedIsSaidToHaveHappened() {
        var event = json(at("/api/audit/events?after=12")).at("/items/0");
        assertThat(event.get("at").asString()).isEqualTo("2026-10-01T09:00:00Z");
        assertThat(event.get("effectiveAt").asString()).isEqualTo("2025-01-07T08:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "stream=01920000-0000-7000-8000-000000000004, 6",
        "type=goal.defined, 4",
        "actor=bo, 1",
        "actor=bo&type=goal.defined, 0",
        "from=2000-01-01T00:00:00Z, 13",
        "to=2000-01-01T00:00:00Z, 0",
        "after=13, 0"
    })
    void filtersTheLog(String query, int count) {
        assertThat(json(at("/api/audit/events?" + query)).get("items")).hasSize(count);
    }

    @Test
    void tellsTheTimeline() {
        var sentences = new ArrayList<String>();
        json(at("/api/audit/timeline/" + OBJECTIVE_ID))
                .get("items")
                .forEach(row -> sentences.add(row.get("sentence").asString()));
        assertThat(sentences).hasSize(6).contains("ada moved the target of 'NPS' from 50 to 60: board decision");
        assertThat(json(at("/api/audit/timeline/" + GOAL_ID))
                        .at("/items/0/sentence")
                        .asString())
                .isEqualTo("ada defined the goal 'Be the first choice', owned by ada");
    }

    @Test
    void tellsThePositionAndAnswersUnchangedContentWith304() {
        var first = at("/api/goals");
        assertThat(first).hasHeader("OKR-Position", Long.toString(HEAD));
        var etag = first.getResponse().getHeader("ETag");
        assertThat(etag).startsWith("W/\"");
        assertThat(mvc.get().uri("/api/goals").header("If-None-Match", etag))
                .hasStatus(HttpStatus.NOT_MODIFIED)
                .hasHeader("OKR-Position", Long.toString(HEAD));
    }

    @Test
    void saysHowFarItHasComeWhenAskedForMore() {
        var refused = mvc.get().uri("/api/goals?minPosition=14&wait=50ms").exchange();
        assertThat(refused).hasStatus(503).hasHeader("Retry-After", "1");
        assertThat(refused.getResponse().getHeader("OKR-Position")).isNotNull();
        assertThat(json(refused).get("code").asString()).isEqualTo("not-there-yet");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/goals/%s, unknown-goal",
        "/api/teams/%s, unknown-team",
        "/api/cycles/%s, unknown-cycle",
        "/api/objectives/%s, unknown-objective",
        "/api/objectives/%s/key-results/%1$s, unknown-objective",
        "/api/objectives/%s/key-results/%1$s/check-ins, unknown-objective",
        "/api/objectives/01920000-0000-7000-8000-000000000004/key-results/%s, unknown-key-result",
        "/api/objectives/01920000-0000-7000-8000-000000000004/key-results/%s/check-ins, unknown-key-result",
        "/api/audit/timeline/%s, unknown-stream",
        "/api/goals/x, unknown-goal",
        "/api/audit/timeline/x, unknown-stream",
        "/api/explain/objectives/%s, unknown-objective",
        "/api/explain/objectives/01920000-0000-7000-8000-000000000004/key-results/%s, unknown-key-result",
        "/api/explain/objectives/01920000-0000-7000-8000-000000000004/key-results/"
                + "01920000-0000-7000-8000-000000000005/weeks/2030-W01, unknown-week",
        "/api/explain/objectives/01920000-0000-7000-8000-000000000004/key-results/"
                + "01920000-0000-7000-8000-000000000005/weeks/x, unknown-week",
        "/api/explain/trends?cycle=%s, unknown-cycle",
        "/api/nothing/%s, unknown-path"
    })
    void doesNotKnowWhatDoesNotExist(String path, String code) {
        problem(mvc.get().uri(path.formatted(UNKNOWN)).exchange(), 404, code);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/goals?ower=ada, unknown-parameter, /ower",
        "/api/goals?owner=, malformed-value, /owner",
        "/api/goals?owner=a&owner=b, malformed-value, /owner",
        "/api/goals?limit=0, malformed-value, /limit",
        "/api/goals?limit=501, malformed-value, /limit",
        "/api/goals?limit=ten, malformed-value, /limit",
        "/api/goals?after=%%%, malformed-value, /after",
        "/api/goals?after=12, malformed-value, /after",
        "/api/goals?minPosition=-1, malformed-value, /minPosition",
        "/api/goals?minPosition=99999999999999999999, malformed-value, /minPosition",
        "/api/goals?wait=11s, malformed-value, /wait",
        "/api/goals?wait=soon, malformed-value, /wait",
        "/api/teams?parent=x, malformed-value, /parent",
        "/api/cycles?status=SHUT, malformed-value, /status",
        "/api/objectives?cycle=x, malformed-value, /cycle",
        "/api/audit/events?after=x, malformed-value, /after",
        "/api/audit/events?from=yesterday, malformed-value, /from"
    })
    void pointsToWhatIsWrong(String uri, String code, String pointer) {
        var parts = uri.split("\\?", 2);
        var request = mvc.get().uri(parts[0]);
        if (parts.length == 2) {
            for (var parameter : parts[1].split("&")) {
                var pair = parameter.split("=", 2);
                request.queryParam(pair[0], pair[1]);
            }
        }
        var problem = problem(request.exchange(), 400, code);
        assertThat(problem.get("errors")).hasSize(1);
        assertThat(problem.at("/errors/0/pointer").asString()).isEqualTo(pointer);
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        var problem = problem(mvc.get().uri("/api/goals?a=1&limit=0&wait=x").exchange(), 400, "malformed-request");
        assertThat(problem.get("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/a", "/limit", "/wait");
    }

    @Test
    void refusesToChangeAnything() {
        var refused = mvc.delete().uri("/api/goals").exchange();
        problem(refused, 405, "method-not-allowed");
        assertThat(refused).hasHeader("Allow", "GET");
    }

    @Test
    void refusesAFormItDoesNotHave() {
        problem(mvc.get().uri("/api/goals").header("Accept", "image/png").exchange(), 406, "not-acceptable");
    }

    @ParameterizedTest
    @CsvSource({"abc-123, true", "with space, false", "'', false"})
    void takesOverAVisibleCorrelationId(String given, boolean taken) {
        var answer =
                mvc.get().uri("/api/goals").header("X-Correlation-Id", given).exchange();
        var id = answer.getResponse().getHeader("X-Correlation-Id");
        assertThat(id).isNotBlank();
        assertThat(given.equals(id)).isEqualTo(taken);
    }

    private MvcTestResult at(String uri) {
        var asked = uri + (uri.contains("?") ? "&" : "?") + "minPosition=" + HEAD + "&wait=10s";
        var answer = mvc.get().uri(asked).exchange();
        assertThat(answer).hasStatusOk();
        return answer;
    }

    private static JsonNode problem(MvcTestResult answer, int status, String code) {
        assertThat(answer).hasStatus(status).hasContentType("application/problem+json");
        var problem = json(answer);
        assertThat(problem.get("code").asString()).isEqualTo(code);
        assertThat(problem.get("type").asString()).endsWith(":" + code);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("title").asString()).isNotBlank();
        assertThat(problem.get("detail").asString()).isNotBlank().doesNotContain("io.okrledger", "java.", "Exception");
        assertThat(problem.get("instance").asString()).startsWith("/api/");
        assertThat(problem.get("correlationId").asString())
                .isEqualTo(answer.getResponse().getHeader("X-Correlation-Id"));
        return problem;
    }

    private static JsonNode json(MvcTestResult answer) {
        return new JsonMapper().readTree(answer.getResponse().getContentAsByteArray());
    }
}

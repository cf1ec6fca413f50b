package io.okrledger.query.http;

import static io.okrledger.query.support.Happening.fact;
import static io.okrledger.query.support.Sample.GOAL;
import static io.okrledger.query.support.Sample.GOAL_ID;
import static io.okrledger.query.support.Sample.TEAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import io.okrledger.query.support.QuerySideTest;
import io.okrledger.query.support.TestLedger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@QuerySideTest
class OperationsTest {

    private static final int HEAD = 2;
    private static final String CATALOGUE = "/api/operations/projections/catalogue";
    private static final String TIMELINE = "/api/operations/projections/timeline";

    @Autowired
    private MockMvcTester mvc;

    @BeforeAll
    static void play(@Autowired TestLedger ledger) {
        ledger.append(fact(GOAL), fact(TEAM));
    }

    @Test
    void tellsHowFarTheLogAndEachModelAre() {
        await().atMost(ONE_MINUTE).untilAsserted(() -> {
            var models = json(get("/api/operations/projections")).get("items");
            assertThat(models).hasSizeGreaterThan(3).allSatisfy(model -> {
                assertThat(model.get("position").asLong()).isEqualTo(HEAD);
                assertThat(model.get("head").asLong()).isEqualTo(HEAD);
                assertThat(model.at("/lag/events").asLong()).isZero();
                assertThat(model.get("parked").asLong()).isZero();
            });
        });
        var log = json(get("/api/operations/log"));
        assertThat(log.get("head").asLong()).isEqualTo(HEAD);
        assertThat(log.get("conflicts").asLong()).isZero();
        await().untilAsserted(() -> assertThat(
                        json(get("/api/operations/log")).get("eventsPerSecond").isNumber())
                .isTrue());
    }

    @Test
    void buildsAnewFlipsAndGoesBackOrOn() {
        assertThatIsRefused(post(CATALOGUE + "/cancellation"), "not-rebuilding");
        assertThatIsRefused(post(CATALOGUE + "/confirmation"), "not-rebuilt");
        assertThatIsRefused(post(CATALOGUE + "/rollback"), "not-rebuilt");

        var asked = post(CATALOGUE + "/rebuild");
        assertThat(asked).hasStatus(HttpStatus.ACCEPTED);
        assertThat(json(asked).at("/version").asInt()).isEqualTo(1);
        assertThat(json(asked).at("/building/version").asInt()).isEqualTo(2);
        assertThat(json(asked).at("/building/of").asInt()).isEqualTo(HEAD);
        assertThatIsRefused(post(CATALOGUE + "/rebuild"), "rebuild-unfinished");
        assertThatItBecomes("REBUILT", 2);
        assertThat(json(get(CATALOGUE)).get("kept").asInt()).isEqualTo(1);
        assertThatIsRefused(post(CATALOGUE + "/cancellation"), "not-rebuilding");

        assertThat(post(CATALOGUE + "/rollback")).hasStatus(HttpStatus.ACCEPTED);
        assertThatItBecomes("SERVING", 1);

        assertThat(post(CATALOGUE + "/rebuild")).hasStatus(HttpStatus.ACCEPTED);
        assertThatItBecomes("REBUILT", 3);
        assertThat(post(CATALOGUE + "/confirmation")).hasStatus(HttpStatus.ACCEPTED);
        assertThatItBecomes("SERVING", 3);
        assertThatIsRefused(post(CATALOGUE + "/confirmation"), "not-rebuilt");
    }

    @Test
    void throwsAwayWhatWasBuiltWhenItIsCancelled() {
        assertThat(post(TIMELINE + "/rebuild")).hasStatus(HttpStatus.ACCEPTED);
        assertThat(post(TIMELINE + "/cancellation")).hasStatus(HttpStatus.ACCEPTED);
        await().atMost(ONE_MINUTE)
                .untilAsserted(() ->
                        assertThat(json(get(TIMELINE)).get("state").asString()).isEqualTo("SERVING"));
        assertThat(json(get(TIMELINE)).get("version").asInt()).isEqualTo(1);
    }

    @Test
    void knowsNoOtherModel() {
        var unknown = "/api/operations/projections/horoscope";
        assertThat(get(unknown)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(json(get(unknown)).get("code").asString()).isEqualTo("unknown-projection");
        assertThat(json(post(unknown + "/rebuild")).get("code").asString()).isEqualTo("unknown-projection");
        assertThat(json(get(CATALOGUE + "?colour=green")).get("code").asString())
                .isEqualTo("unknown-parameter");
    }

    private void assertThatItBecomes(String state, int version) {
        await().atMost(ONE_MINUTE).untilAsserted(() -> {
            assertThat(json(get("/api/goals/" + GOAL_ID + "?minPosition=" + HEAD))
                            .get("title")
                            .asString())
                    .isEqualTo(GOAL.title());
            var model = json(get(CATALOGUE));
            assertThat(model.get("state").asString()).isEqualTo(state);
            assertThat(model.get("version").asInt()).isEqualTo(version);
        });
    }

    private void assertThatIsRefused(MvcTestResult answer, String code) {
        assertThat(answer).hasStatus(HttpStatus.CONFLICT);
        assertThat(json(answer).get("code").asString()).isEqualTo(code);
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(path).exchange();
    }

    private MvcTestResult post(String path) {
        return mvc.post().uri(path).exchange();
    }

    private static JsonNode json(MvcTestResult answer) {
        return new JsonMapper().readTree(answer.getResponse().getContentAsByteArray());
    }
}

package io.okrledger.query.http;

import static io.okrledger.events.scoring.Ambition.COMMITTED;
import static io.okrledger.query.support.Happening.fact;
import static io.okrledger.query.support.Sample.ADA;
import static io.okrledger.query.support.Sample.CHECK_IN_ID;
import static io.okrledger.query.support.Sample.CYCLE;
import static io.okrledger.query.support.Sample.CYCLE_ID;
import static io.okrledger.query.support.Sample.FROM_32_TO_50;
import static io.okrledger.query.support.Sample.FROM_32_TO_60;
import static io.okrledger.query.support.Sample.GOAL;
import static io.okrledger.query.support.Sample.GOAL_ID;
import static io.okrledger.query.support.Sample.NPS;
import static io.okrledger.query.support.Sample.NPS_ID;
import static io.okrledger.query.support.Sample.OBJECTIVE;
import static io.okrledger.query.support.Sample.OBJECTIVE_ID;
import static io.okrledger.query.support.Sample.TEAM;
import static io.okrledger.query.support.Sample.TEAM_ID;
import static io.okrledger.query.support.Sample.WEEK_41;
import static io.okrledger.query.support.Sample.checkIn;
import static io.okrledger.query.support.Sample.id;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.cycle.CycleOpened;
import io.okrledger.events.cycle.CyclePlanned;
import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.KeyResultTargetAdjusted;
import io.okrledger.events.objective.ObjectiveCreated;
import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.query.support.Progress;
import io.okrledger.query.support.QuerySideTest;
import io.okrledger.query.support.TestLedger;
import io.okrledger.query.support.views.Projections;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description is complete, and what it gives as an example is what the story below is answered with. */
@QuerySideTest
@TestPropertySource(properties = "okr.clock=2026-10-16T12:00:00Z")
class DescriptionTest {

    private static final int END_OF_STORY = 11;
    private static final String VERIFICATION = "/api/operations/projections/verification";
    private static final CycleId NEXT_CYCLE_ID = new CycleId(id(7));
    private static final ObjectiveId NEXT_OBJECTIVE_ID = new ObjectiveId(id(8));
    private static final KeyResultId NEXT_NPS_ID = new KeyResultId(id(9));
    private static final Map<String, Object> ASKED = Map.ofEntries(
            entry("goalId", GOAL_ID),
            entry("teamId", TEAM_ID),
            entry("cycleId", CYCLE_ID),
            entry("objectiveId", OBJECTIVE_ID),
            entry("keyResultId", NPS_ID),
            entry("checkInId", CHECK_IN_ID),
            entry("week", WEEK_41),
            entry("streamId", OBJECTIVE_ID),
            entry("cycle", CYCLE_ID),
            entry("by", "team"),
            entry("key", TEAM_ID),
            entry("name", "timeline"));

    /** Where what has to be given is not enough, or the first quarter has nothing to tell. */
    private static final Map<String, String> ASKED_APART = Map.of(
            "/api/analytics/goalposts", "cycle=" + NEXT_CYCLE_ID,
            "/api/explain/scoreboard", "cycle=" + CYCLE_ID + "&by=team&key=" + TEAM_ID,
            "/api/ownership", "keyResult=" + NPS_ID);

    /** What depends on how fast the story is told. */
    private static final Set<String> VARYING = Set.of("eventsPerSecond");

    private final MockMvcTester mvc;
    private final RequestMappingHandlerMapping doors;
    private final JsonMapper json;
    private final Projections projections;
    private final Progress progress;

    @Autowired
    DescriptionTest(
            MockMvcTester mvc,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping doors,
            JsonMapper json,
            Projections projections,
            Progress progress) {
        this.mvc = mvc;
        this.doors = doors;
        this.json = json;
        this.projections = projections;
        this.progress = progress;
    }

    @BeforeAll
    static void play(@Autowired TestLedger ledger, @Autowired MockMvcTester mvc) {
        ledger.append(
                fact(GOAL),
                fact(TEAM),
                fact(CYCLE),
                fact(new CycleOpened(CYCLE_ID)),
                fact(OBJECTIVE),
                fact(NPS),
                fact(checkIn(CHECK_IN_ID, WEEK_41, "41")).at("2026-10-09T12:00:00Z"),
                fact(new CyclePlanned(
                        NEXT_CYCLE_ID,
                        "2027-Q1",
                        LocalDate.of(2027, 1, 1),
                        LocalDate.of(2027, 3, 31),
                        CYCLE.timeZone(),
                        CYCLE.cadence(),
                        CYCLE.policy())),
                fact(new ObjectiveCreated(
                        NEXT_OBJECTIVE_ID, NEXT_CYCLE_ID, TEAM_ID, ADA, "Be praised", null, COMMITTED, GOAL_ID, null)),
                fact(new KeyResultAdded(NEXT_OBJECTIVE_ID, NEXT_NPS_ID, "NPS", FROM_32_TO_50, ADA, 1, COMMITTED)),
                fact(new KeyResultTargetAdjusted(
                                NEXT_OBJECTIVE_ID, NEXT_NPS_ID, FROM_32_TO_50, FROM_32_TO_60, "Board decision"))
                        .at("2026-10-12T09:00:00Z"));
        assertThat(mvc.post().uri(VERIFICATION)).hasStatus(HttpStatus.ACCEPTED);
        await().atMost(ONE_MINUTE)
                .untilAsserted(() -> assertThat(mvc.get().uri(VERIFICATION))
                        .bodyJson()
                        .extractingPath("state")
                        .isNotEqualTo("RUNNING"));
    }

    /** Operators are told how far each model is, whatever it is. */
    @BeforeEach
    void catchUp() {
        await().atMost(ONE_MINUTE)
                .until(() -> projections.byName().keySet().stream()
                        .allMatch(model -> progress.position(model) == END_OF_STORY));
    }

    @Test
    void describesEveryDoorWithASummaryItsCodesAndAnExampleThatIsTrue() {
        var paths = get("/openapi.json").get("paths");
        var described = new HashSet<String>();
        doors.getHandlerMethods().forEach((mapping, handler) -> {
            if (handler.getBeanType().getName().startsWith("io.okrledger.query")) {
                var methods = mapping.getMethodsCondition().getMethods();
                assertThat(methods).hasSize(1);
                var path = mapping.getPatternValues().iterator().next();
                var method = methods.iterator().next();
                var operation = paths.path(path).path(method.name().toLowerCase(Locale.ROOT));
                assertThat(operation.path("summary").asString("")).as(path).isNotBlank();
                assertThat(operation.path("responses").propertyNames()).as(path).contains("400", "503");
                assertThat(operation.at("/responses/400/description").asString())
                        .as(path)
                        .contains("unknown-parameter");
                described.add(path);
                if (method != RequestMethod.GET) {
                    assertThat(path).startsWith("/api/operations/");
                    return;
                }
                var example = operation.at("/responses/200/content/application~1json/example");
                var answer = get(asked(path, operation));
                assertThat(tells(example, answer))
                        .as("%s%nexample: %s%nanswer: %s", path, example, answer)
                        .isTrue();
            }
        });
        assertThat(paths.propertyNames()).containsExactlyInAnyOrderElementsOf(described);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'a': [{'b': 2}], 'c': null} | true",
                "{'a': [{'b': 3}], 'c': null} | false",
                "{'a': [{}], 'c': null}       | false",
                "{'a': [], 'c': null}         | false",
                "{'a': [{'b': 2}]}            | false",
                "''                           | false"
            },
            quoteCharacter = '"')
    void seesThroughALie(String example, boolean isTrue) {
        assertThat(tells(node(example), node("{'a': [{'b': 1}, {'b': 2}], 'c': null}")))
                .isEqualTo(isTrue);
    }

    /** Whether the example says nothing but what is so, and all of it; only of a list it may leave out items. */
    private static boolean tells(JsonNode example, JsonNode answer) {
        if (example.isObject()) {
            return Set.copyOf(example.propertyNames()).equals(Set.copyOf(answer.propertyNames()))
                    && example.properties().stream()
                            .allMatch(it ->
                                    VARYING.contains(it.getKey()) || tells(it.getValue(), answer.get(it.getKey())));
        }
        if (example.isArray()) {
            return example.isEmpty() == answer.isEmpty()
                    && example.valueStream().allMatch(it -> answer.valueStream().anyMatch(real -> tells(it, real)));
        }
        return example.equals(answer);
    }

    private static String asked(String path, JsonNode operation) {
        var filled = UriComponentsBuilder.fromPath(path).query(ASKED_APART.get(path));
        operation.path("parameters").forEach(parameter -> {
            var name = parameter.get("name").asString();
            if (parameter.path("required").asBoolean()
                    && parameter.get("in").asString().equals("query")
                    && !ASKED_APART.containsKey(path)) {
                filled.queryParam(name, ASKED.get(name));
            }
        });
        return filled.queryParam("minPosition", END_OF_STORY)
                .queryParam("wait", "10s")
                .buildAndExpand(ASKED)
                .toUriString();
    }

    private JsonNode get(String uri) {
        var answer = mvc.get().uri(uri).exchange();
        assertThat(answer).as(uri).hasStatusOk();
        return json.readTree(answer.getResponse().getContentAsByteArray());
    }

    private static JsonNode node(String text) {
        return new JsonMapper().readTree(text.replace('\'', '"'));
    }
}

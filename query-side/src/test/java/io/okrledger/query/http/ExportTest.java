package io.okrledger.query.http;

import static io.okrledger.query.support.Happening.fact;
import static io.okrledger.query.support.Sample.ADA;
import static io.okrledger.query.support.Sample.CHECK_IN_ID;
import static io.okrledger.query.support.Sample.CORRECTION;
import static io.okrledger.query.support.Sample.CYCLE;
import static io.okrledger.query.support.Sample.CYCLE_ID;
import static io.okrledger.query.support.Sample.NPS;
import static io.okrledger.query.support.Sample.NPS_ID;
import static io.okrledger.query.support.Sample.OBJECTIVE;
import static io.okrledger.query.support.Sample.OBJECTIVE_ID;
import static io.okrledger.query.support.Sample.TEAM;
import static io.okrledger.query.support.Sample.TEAM_ID;
import static io.okrledger.query.support.Sample.TO_60;
import static io.okrledger.query.support.Sample.WEEK_41;
import static io.okrledger.query.support.Sample.checkIn;
import static io.okrledger.query.support.Sample.id;
import static io.okrledger.query.support.Sample.number;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.okrledger.events.cycle.CycleOpened;
import io.okrledger.events.goal.GoalDefined;
import io.okrledger.events.goal.GoalId;
import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.ObjectiveCreated;
import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.events.scoring.Ambition;
import io.okrledger.events.scoring.Metric;
import io.okrledger.query.support.QuerySideTest;
import io.okrledger.query.support.TestLedger;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every list is a table too, and nothing that a person writes can break it. */
@QuerySideTest
@TestPropertySource(properties = "okr.clock=2026-10-16T12:00:00Z")
class ExportTest {

    private static final String CYCLE_QUERY = "?cycle=" + CYCLE_ID;
    private static final String OBJECTIVE_PATH = "/api/objectives/" + OBJECTIVE_ID;

    private static final List<String> TITLES = List.of(
            "=HYPERLINK(\"http://example.org\")",
            "+1 a day",
            "-5 % churn, at most",
            "@all",
            "\tindented",
            "-5",
            "+4.5",
            "Say \"yes\", then\nmean it",
            "ends with a quote\"",
            "Zufriedenheit für alle – 顧客 🎯",
            " padded ",
            "'quoted'");

    /** Enough for a second page, and for a third one of the log. */
    private static final int GOALS = 620;

    private static final long HEAD = GOALS + 10L;

    private final MockMvcTester mvc;

    @Autowired
    ExportTest(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    @BeforeAll
    static void play(@Autowired TestLedger ledger) {
        var bare = new ObjectiveId(id(91));
        ledger.append(
                fact(TEAM),
                fact(CYCLE),
                fact(new CycleOpened(CYCLE_ID)),
                fact(OBJECTIVE),
                fact(NPS),
                fact(new KeyResultAdded(
                        OBJECTIVE_ID,
                        new KeyResultId(id(92)),
                        "Uptime",
                        new Metric.KeepWithin("%", number("99.5"), number("100")),
                        ADA,
                        2,
                        Ambition.ASPIRATIONAL)),
                fact(checkIn(CHECK_IN_ID, WEEK_41, "41.000001")).at("2026-10-09T12:00:00Z"),
                fact(CORRECTION).by("bo"),
                fact(TO_60),
                fact(new ObjectiveCreated(
                        bare, CYCLE_ID, TEAM_ID, ADA, "No key result yet", null, Ambition.COMMITTED, null, null)));
        IntStream.range(0, GOALS)
                .mapToObj(n -> new GoalDefined(new GoalId(id(1_000 + n)), title(n), null, ADA))
                .forEach(goal -> ledger.append(fact(goal)));
    }

    @Test
    void givesTheWholeListWithEveryTitleAsItIsAndFormulasDefused() {
        var titles =
                rows(csv("/api/goals")).stream().map(row -> row.get("title")).toList();
        assertThat(titles).hasSize(GOALS);
        assertThat(titles.subList(0, TITLES.size()))
                .containsExactly(
                        "'=HYPERLINK(\"http://example.org\")",
                        "'+1 a day",
                        "'-5 % churn, at most",
                        "'@all",
                        "'\tindented",
                        "-5",
                        "+4.5",
                        "Say \"yes\", then\nmean it",
                        "ends with a quote\"",
                        "Zufriedenheit für alle – 顧客 🎯",
                        " padded ",
                        "'quoted'");
        assertThat(Set.copyOf(titles)).hasSize(GOALS);
    }

    @Test
    void writesRfc4180InUtf8ThatASpreadsheetTellsByItsMark() {
        var answer = csv("/api/goals?limit=12");
        assertThat(answer.getResponse().getContentType()).isEqualTo("text/csv;charset=UTF-8");
        assertThat(text(answer))
                .startsWith(
                        "\uFEFFid,title,description,ownerId,ended.outcome,ended.reason,ended.endedAt,imported,version")
                .contains(",\"Say \"\"yes\"\", then\nmean it\",")
                .endsWith("\r\n");
    }

    @Test
    void namesThePositionAtWhichItWasTaken() {
        var answer = csv("/api/objectives/" + OBJECTIVE_ID + "/key-results/" + NPS_ID + "/history");
        assertThat(answer)
                .hasHeader("OKR-Position", Long.toString(HEAD))
                .hasHeader(
                        "Content-Disposition",
                        "attachment; filename=\"objectives-key-results-history-at-%d.csv\"".formatted(HEAD));
    }

    @Test
    void givesOnePageToWhoAsksForALimitAndLeadsToTheNext() {
        var titles = new ArrayList<String>();
        var answer = csv("/api/goals?owner=ada&limit=7");
        for (var pages = 0; pages < 2; pages++) {
            rows(answer).forEach(row -> titles.add(row.get("title")));
            var link = answer.getResponse().getHeader("Link");
            assertThat(link).startsWith("</api/goals?owner=ada&limit=7&").endsWith(">; rel=\"next\"");
            answer = csv(link.substring(1, link.indexOf('>')));
        }
        assertThat(titles).hasSize(14).doesNotHaveDuplicates();
        assertThat(csv("/api/teams?limit=1").getResponse().getHeader("Link")).isNull();
    }

    @Test
    void goesOnToTheEndBehindACursor() {
        var next = json("/api/goals?limit=100").get("next").asString();
        assertThat(rows(csv("/api/goals?after=" + next))).hasSize(GOALS - 100);
    }

    @Test
    void unfoldsTheKeyResultsOfAScoreboard() {
        var rows = rows(csv("/api/scoreboard" + CYCLE_QUERY));
        assertThat(rows).hasSize(3);
        assertThat(rows)
                .extracting(row -> row.get("title"))
                .containsExactly("Customers recommend us", "Customers recommend us", "No key result yet");
        assertThat(rows).extracting(row -> row.get("keyResults.title")).containsExactly("NPS", "Uptime", "");
        assertThat(rows.get(0).get("keyResults.metric.kind")).isEqualTo("REACH");
        assertThat(rows.get(0).get("keyResults.metric.target")).isEqualTo("60");
        assertThat(rows.get(0).get("keyResults.value")).isEqualTo("42.5");
        assertThat(rows.get(0).get("keyResults.lastCheckInAt")).isEqualTo("2026-10-09T12:00:00Z");
        assertThat(rows.get(1).get("keyResults.metric.low")).isEqualTo("99.5");
        assertThat(rows.get(1).get("keyResults.metric.target")).isEmpty();
    }

    @Test
    void givesTheEventsUpToThePositionWithTheirPayloadsAsTheyAre() {
        var rows = rows(csv("/api/audit/events"));
        assertThat(rows).hasSize((int) HEAD);
        var created = rows.get(3);
        assertThat(created.get("position")).isEqualTo("4");
        assertThat(created.get("stream.type")).isEqualTo("objective");
        assertThat(new JsonMapper()
                        .readTree(created.get("payload"))
                        .get("title")
                        .asString())
                .isEqualTo("Customers recommend us");
    }

    /** What JSON says at the top of an item, the row says too; only what is unfolded has more rows. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/teams",
                "/api/cycles",
                "/api/objectives",
                "/api/scoreboard/rollup?by=team&cycle=",
                "/api/cadence?cycle=",
                "/api/cadence/summary?by=owner&cycle=",
                "/api/cadence/due",
                "/api/analytics/quality?cycle=",
                "/api/objectives/01920000-0000-7000-8000-000000000004/history",
                "/api/objectives/01920000-0000-7000-8000-000000000004/key-results/01920000-0000-7000-8000-000000000005/check-ins",
                "/api/audit/timeline/01920000-0000-7000-8000-000000000004"
            })
    void saysWhatJsonSays(String path) {
        var uri = path.endsWith("=") ? path + CYCLE_ID : path;
        var items = json(uri).get("items");
        var rows = rows(csv(uri));
        assertThat(rows).hasSizeGreaterThanOrEqualTo(items.size()).isNotEmpty();
        items.get(0).properties().forEach(field -> {
            var value = field.getValue();
            // An object that is not there has empty cells for each of its fields.
            if (value.isValueNode() && (!value.isNull() || rows.get(0).isMapped(field.getKey()))) {
                assertThat(rows.get(0).get(field.getKey()))
                        .as(field.getKey())
                        .isEqualTo(value.isNull() ? "" : value.isNumber() ? plain(value) : value.asString());
            }
        });
    }

    @Test
    void comparesCohortsInRows() {
        var rows = rows(csv("/api/analytics/completion" + CYCLE_QUERY));
        var cohorts = json("/api/analytics/completion" + CYCLE_QUERY).get("cohorts");
        assertThat(rows).hasSize(cohorts.size());
        assertThat(rows.get(0).get("cohorts.name"))
                .isEqualTo(cohorts.at("/0/name").asString());
        assertThat(rows.get(0).get("uplift.insufficient")).isEqualTo("true");
    }

    @Test
    void hasTheSameHeaderWithoutARow() {
        var none = text(csv("/api/goals?owner=nobody"));
        assertThat(none)
                .hasLineCount(1)
                .isEqualTo(text(csv("/api/goals?limit=1")).split("(?<=\r\n)")[0]);
    }

    @ParameterizedTest
    @CsvSource({"*/*", "'text/html, */*;q=0.8'", "'application/json, text/csv'"})
    void answersInJsonUnlessATableIsWanted(String accept) {
        assertThat(mvc.get().uri("/api/goals").header("Accept", accept))
                .hasContentType("application/json")
                .doesNotContainHeader("Content-Disposition");
    }

    @ParameterizedTest
    @CsvSource({"/api/goals, true", "/api/goals/01920000-0000-7000-8000-000000001000, false"})
    void listsTheFormsThatThereAre(String uri, boolean isList) {
        var refused = mvc.get().uri(uri).header("Accept", "image/png").exchange();
        assertThat(refused).hasStatus(406).hasContentType("application/problem+json");
        var detail = new JsonMapper().readTree(text(refused)).get("detail").asString();
        assertThat(detail).contains("application/json");
        assertThat(detail.contains("text/csv")).isEqualTo(isList);
    }

    @Test
    void refusesWhatIsWrongAsAProblem() {
        var refused =
                mvc.get().uri("/api/goals?own=ada").header("Accept", "text/csv").exchange();
        assertThat(refused).hasStatus(400).hasContentType("application/problem+json");
    }

    @Test
    void givesParquetToWhoComputes() {
        var answer = get("/api/scoreboard" + CYCLE_QUERY, "application/vnd.apache.parquet");
        assertThat(answer)
                .hasContentType("application/vnd.apache.parquet")
                .hasHeader("Content-Disposition", "attachment; filename=\"scoreboard-at-%d.parquet\"".formatted(HEAD));
        assertThat(text(answer)).startsWith("PAR1").endsWith("PAR1");
    }

    @Test
    void describesTheForms() {
        var answer = json("/openapi.json").at("/paths/~1api~1scoreboard/get/responses/200/content");
        assertThat(answer.propertyNames()).contains("application/json", "text/csv", "application/vnd.apache.parquet");
    }

    private static String title(int number) {
        return number < TITLES.size() ? TITLES.get(number) : "Goal " + number;
    }

    private static String plain(JsonNode number) {
        return number.decimalValue().toPlainString();
    }

    private MvcTestResult csv(String uri) {
        return get(uri, "text/csv");
    }

    private JsonNode json(String uri) {
        return new JsonMapper().readTree(text(get(uri, "application/json")));
    }

    private MvcTestResult get(String uri, String form) {
        var asked = uri.startsWith("/api")
                ? uri
                        + (uri.contains("?") ? "&" : "?")
                        + (uri.contains("minPosition") ? "" : "minPosition=" + HEAD + "&wait=10s")
                : uri;
        var answer = mvc.get().uri(asked).header("Accept", form).exchange();
        assertThat(answer).as(uri).hasStatusOk();
        return answer;
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), UTF_8);
    }

    private static List<CSVRecord> rows(MvcTestResult answer) {
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var parser = format.parse(new StringReader(text(answer).substring(1)))) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

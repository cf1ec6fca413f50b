package io.okrledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/** Files to import, and what is answered. */
abstract class ImportApi extends Api {

    static final String PAST = "2025-10-10T08:00:00Z";

    /** In front of every ref, so that each test imports things of its own. */
    String mark;

    @BeforeEach
    void awaitTheGrades() {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> ungraded() == 0);
        mark = "at " + log.head() + " ";
    }

    /** How many objectives of closed cycles are neither graded nor abandoned. */
    private long ungraded() {
        var events = allEvents();
        var closed = idsIn(events, "cycle.closed", "cycleId");
        var settled = idsIn(events, "objective.graded", "objectiveId");
        settled.addAll(idsIn(events, "objective.abandoned", "objectiveId"));
        return events.stream()
                .filter(event -> event.startsWith("objective.created "))
                .filter(event -> closed.contains(idIn(event, "cycleId")))
                .filter(event -> !settled.contains(idIn(event, "objectiveId")))
                .count();
    }

    private static Set<String> idsIn(List<String> events, String type, String field) {
        return events.stream()
                .filter(event -> event.startsWith(type + " "))
                .map(event -> idIn(event, field))
                .collect(Collectors.toSet());
    }

    private static String idIn(String event, String field) {
        return event.replaceFirst(".*?\"" + field + "\":\"([^\"]+)\".*", "$1");
    }

    List<JsonNode> run(List<String> lines) {
        return run(lines, "");
    }

    /** The lines of the answer. */
    List<JsonNode> run(List<String> lines, String query) {
        var answer = imports(query, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return lines(answer);
    }

    static List<JsonNode> lines(Answer answer) {
        return answer.body().valueStream().toList();
    }

    Answer imports(String query, byte[] file, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port() + "/api/imports" + query))
                .header("Content-Type", "application/x-ndjson")
                .header("X-Actor", "ida")
                .POST(HttpRequest.BodyPublishers.ofByteArray(file));
        for (var i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request.build());
    }

    static List<String> outcomes(List<JsonNode> answer) {
        return told(answer, "outcome");
    }

    /** What the results, which all have an outcome, say in a field. */
    static List<String> told(List<JsonNode> answer, String field) {
        return answer.stream()
                .filter(line -> line.has("outcome"))
                .map(line -> line.path(field).asString(""))
                .toList();
    }

    static long summary(List<JsonNode> answer, String field) {
        return answer.get(answer.size() - 1).path("summary").path(field).asLong();
    }

    String team(String ref, String more) {
        return line("team", ref, ", \"name\": \"Support\"" + more);
    }

    String checkIn(String ref, String at) {
        return line("check-in", ref, """
                , "objectiveId": "%1$sobjective", "keyResultId": "%1$snps", "value": 41, "confidence": 7""".formatted(mark)).replace(PAST, at);
    }

    String line(String type, String ref, String more) {
        return "{\"type\": \"%s\", \"ref\": \"%s%s\", \"effectiveAt\": \"%s\"%s}"
                .formatted(type, mark, ref, PAST, more);
    }

    /** Seven lines: a team and a cycle, an objective and its key result, and what happens from the opening to the close. */
    List<String> quarter() {
        return List.of(
                team("team", ""),
                line("cycle", "cycle", """
                        , "name": "2025-Q4", "startsOn": "2025-10-01", "endsOn": "2025-12-31", "timeZone": "Europe/Berlin\""""),
                line("objective", "objective", """
                        , "title": "Win advocates", "cycleId": "%1$scycle", "teamId": "%1$steam", "ownerId": "ada\"""".formatted(mark)),
                line("key-result", "nps", """
                        , "objectiveId": "%sobjective", "title": "NPS to 50", "ownerId": "ada",
                         "metric": {"kind": "REACH", "unit": "NPS", "baseline": 32, "target": 50}""".formatted(mark).replace("\n", "")),
                line("opening", "cycle", ", \"cycleId\": \"" + mark + "cycle\""),
                checkIn("first", PAST),
                line("closing", "cycle", ", \"cycleId\": \"" + mark + "cycle\""));
    }
}

package io.okrledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A file is taken once, with the dates that it claims, whether in one go or not; a dry run writes nothing. */
class ImportApiTest extends ImportApi {

    @Test
    void recordsTheExampleOnceWithTheDatesThatItClaims() throws IOException {
        var before = log.head();
        var first = run(example());
        assertThat(outcomes(first)).hasSize(17).containsOnly("RECORDED");
        assertThat(summary(first, "recorded")).isEqualTo(17);
        assertThat(first.get(first.size() - 1).at("/complete").asBoolean()).isTrue();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> log.head() == before + 17 + 2);

        assertThat(eventsAfter(before))
                .anyMatch(event -> event.contains("check-in-recorded") && event.contains("2025-W41"));
        var metaData = metaDataAt(before + 1);
        assertThat(metaData.at("/effectiveAt").asString()).isEqualTo("2025-09-15T08:00:00Z");
        assertThat(metaData.at("/actor").asString()).isEqualTo("ida");
        assertThat(metaData.at("/command").asString()).isEqualTo("RegisterTeam");

        var head = log.head();
        var again = run(example());
        assertThat(outcomes(again)).hasSize(17).containsOnly("UNCHANGED");
        assertThat(told(again, "id")).isEqualTo(told(first, "id"));
        assertThat(told(again, "position")).isEqualTo(told(first, "position"));
        assertThat(log.head()).isEqualTo(head);
    }

    @Test
    void showsInTheManualWhatIsInTheExample() throws IOException {
        var manual = Files.readString(Path.of("..", "docs", "import.md"));
        var excerpt =
                manual.substring(manual.indexOf("```json") + 8, manual.indexOf("```", manual.indexOf("```json") + 8));
        assertThat(example()).containsAll(excerpt.lines().toList());
    }

    @Test
    void goesOnWhereItWasStopped() {
        var whole = quarter();
        var half = run(whole.subList(0, 4));
        assertThat(outcomes(run(whole)))
                .containsExactly(
                        "UNCHANGED", "UNCHANGED", "UNCHANGED", "UNCHANGED", "RECORDED", "RECORDED", "RECORDED");
        assertThat(outcomes(half)).containsOnly("RECORDED");
    }

    @Test
    void takesTheLedgersIdsAndTheRefsOfEarlierImports() {
        run(List.of(team("parent", "")));
        var lines = run(List.of(
                team("child", ", \"parentTeamId\": \"" + mark + "parent\""),
                team("other", ", \"parentTeamId\": \"" + team() + "\"")));
        assertThat(outcomes(lines)).containsOnly("RECORDED");
    }

    @Test
    void keepsOddRefsApart() {
        var odd = List.of("é", "e\u0301", "a b", "a  b", "🎯".repeat(150), "goal x", "$where", "x\\\"y");
        var lines = run(odd.stream().map(ref -> team(ref, "")).toList());
        assertThat(outcomes(lines)).hasSize(odd.size()).containsOnly("RECORDED");
        assertThat(told(lines, "id")).doesNotHaveDuplicates();
    }

    @Test
    void findsInADryRunWhatFollowsFromEarlierLinesAndWritesNothing() {
        var before = log.head();
        var lines = new ArrayList<>(quarter());
        lines.add(checkIn("late", PAST)); // behind the close
        lines.add(
                2,
                line(
                        "objective",
                        "orphan",
                        ", \"title\": \"T\", \"ownerId\": \"ada\", \"cycleId\": \"nowhere\", \"teamId\": \"" + mark
                                + "team\""));
        lines.add(
                3,
                line(
                        "key-result",
                        "orphaned",
                        ", \"objectiveId\": \"" + mark
                                + "orphan\", \"title\": \"T\", \"ownerId\": \"ada\", \"metric\": {\"kind\": \"KEEP_AT_MOST\", \"unit\": \"h\", \"target\": 1}"));
        lines.add(7, checkIn("early", "2025-09-20T08:00:00Z"));
        lines.add(8, lines.get(0).replace("Support", "Sales"));
        lines.add(9, lines.get(0));

        var answer = run(lines, "?dryRun=true");

        assertThat(outcomes(answer))
                .containsExactly(
                        "RECORDABLE",
                        "RECORDABLE",
                        "REFUSED",
                        "REFUSED",
                        "RECORDABLE",
                        "RECORDABLE",
                        "RECORDABLE",
                        "REFUSED",
                        "REFUSED",
                        "UNCHANGED",
                        "RECORDABLE",
                        "RECORDABLE",
                        "REFUSED");
        assertThat(answer.stream()
                        .map(line -> line.at("/problem/code").asString(""))
                        .filter(code -> !code.isEmpty()))
                .containsExactly(
                        "unknown-ref", "unknown-ref", "week-too-early", "idempotency-key-reused", "cycle-closed");
        assertThat(told(answer, "id")).containsOnly("");
        assertThat(log.head()).isEqualTo(before);
        assertThat(outcomes(run(lines)))
                .as("the run itself")
                .isEqualTo(outcomes(answer).stream()
                        .map(outcome -> outcome.replace("RECORDABLE", "RECORDED"))
                        .toList());
    }

    @Test
    void rehearsesOnWhatTheLedgerHas() {
        var quarter = quarter();
        run(quarter.subList(0, 6));
        var before = log.head();
        var answer = run(quarter, "?dryRun=true");
        assertThat(outcomes(answer)).startsWith("UNCHANGED").endsWith("RECORDABLE");
        assertThat(outcomes(answer).subList(0, 6)).containsOnly("UNCHANGED");
        assertThat(told(answer, "id").subList(0, 4)).doesNotContain("");
        assertThat(log.head()).isEqualTo(before);
    }

    @Test
    void tellsHowFarItHasCome() {
        var lines = IntStream.range(0, 2_500).mapToObj(i -> "no line").toList();
        var answer = run(lines);
        assertThat(answer.stream().map(line -> line.at("/progress/line")).filter(line -> !line.isMissingNode()))
                .extracting(JsonNode::asInt)
                .contains(1_000, 2_000);
        assertThat(summary(answer, "refused")).isEqualTo(2_500);
    }

    @Test
    void skipsBlankLinesAndCountsThem() {
        var answer = run(List.of("", "  \r", team("t", "") + "\r"));
        assertThat(answer).hasSize(2);
        assertThat(answer.get(0).at("/line").asInt()).isEqualTo(3);
    }

    private static List<String> example() throws IOException {
        return Files.readAllLines(Path.of("..", "docs", "import.example.ndjson"));
    }
}

package io.okrledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong in a file is told by line, in a dry run too; it leaves nothing behind and stops nothing. */
class ImportRefusalApiTest extends ImportApi {

    @TestFactory
    Stream<DynamicTest> refusesWhatIsWrongWithALine() {
        return Stream.of(
                        wrong("no JSON", "type=team", "malformed", ""),
                        wrong("half a JSON", "{\"type\": \"team\"", "malformed", ""),
                        wrong("two JSONs", team("two", "") + "{}", "malformed", ""),
                        wrong("an array", "[]", "wrong-type", ""),
                        wrong("null", "null", "malformed", ""),
                        wrong(
                                "a long line",
                                team("long", ", \"x\": \"" + "x".repeat(1 << 16) + "\""),
                                "line-too-long",
                                ""),
                        wrong("no type", "{\"ref\": \"r\", \"effectiveAt\": \"" + PAST + "\"}", "required", "/type"),
                        wrong("another type", line("wish", "w", ""), "malformed", "/type"),
                        wrong(
                                "no ref",
                                "{\"type\": \"closing\", \"effectiveAt\": \"" + PAST + "\", \"cycleId\": \""
                                        + UNKNOWN_ID + "\"}",
                                "required",
                                "/ref"),
                        wrong("a blank ref", team("", "").replace(mark, " "), "blank", "/ref"),
                        wrong("a long ref", team("x".repeat(200), ""), "too-long", "/ref"),
                        wrong("no date", team("t", "").replace("effectiveAt", "at"), "invalid-request", "/effectiveAt"),
                        wrong("no instant", team("t", "").replace(PAST, "2025-10-10"), "malformed", "/effectiveAt"),
                        wrong("a date to come", team("t", "").replace("2025", "2027"), "in-future", "/effectiveAt"),
                        wrong("a date long ago", team("t", "").replace("2025", "1925"), "out-of-range", "/effectiveAt"),
                        wrong("an unknown field", team("t", ", \"color\": \"red\""), "unknown-field", "/color"),
                        wrong("a wrong field", team("t", ", \"parentTeamId\": 7"), "wrong-type", "/parentTeamId"),
                        wrong(
                                "a ref to nothing",
                                team("t", ", \"parentTeamId\": \"none\""),
                                "unknown-ref",
                                "/parentTeamId"),
                        wrong(
                                "an id of nothing",
                                team("t", ", \"parentTeamId\": \"" + UNKNOWN_ID + "\""),
                                "unknown-team",
                                "/parentTeamId"),
                        wrong(
                                "a cycle of nothing",
                                line("opening", "o", ", \"cycleId\": \"" + UNKNOWN_ID + "\""),
                                "unknown-cycle",
                                ""),
                        wrong(
                                "a missing place",
                                line("check-in", "c", ", \"value\": 1, \"confidence\": 1"),
                                "required",
                                "/keyResultId"))
                .flatMap(wrong -> Stream.of(test(wrong, false), test(wrong, true)));
    }

    @Test
    void refusesALineThatSaysSomethingElseThanBefore() {
        run(List.of(team("same", "")));
        var lines = run(List.of(
                team("same", "").replace("\"name\"", " \"name\""),
                team("same", "").replace("Support", "Sales")));
        assertThat(outcomes(lines)).containsExactly("UNCHANGED", "REFUSED");
        assertThat(lines.get(1).at("/problem/code").asString()).isEqualTo("idempotency-key-reused");
        assertThat(lines.get(1).at("/problem/errors/0/pointer").asString()).isEqualTo("/ref");
    }

    @Test
    void refusesALineThatIsNotUtf8() {
        var latin = (team("caf\u00e9", "") + '\n' + team("t", "")).getBytes(StandardCharsets.ISO_8859_1);
        assertThat(outcomes(lines(imports("", latin)))).containsExactly("REFUSED", "RECORDED");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void letsNoBadLineStopAGoodOne(int seed) {
        var good = quarter();
        var bad = List.of(
                "{",
                "[]",
                "\u0001",
                "{}",
                team("b", ", \"x\": 1"),
                checkIn("b", "2024-01-01T00:00:00Z"),
                "nonsense",
                "{\"type\": 5}");
        var random = new Random(seed);
        var places = new ArrayList<>(Collections.nCopies(good.size(), true));
        places.addAll(Collections.nCopies(bad.size(), false));
        Collections.shuffle(places, random);
        var shuffled = new ArrayList<>(bad);
        Collections.shuffle(shuffled, random);
        var goods = good.iterator();
        var bads = shuffled.iterator();
        var answer = run(places.stream()
                .map(isGood -> isGood ? goods.next() : bads.next())
                .toList());
        assertThat(outcomes(answer))
                .isEqualTo(places.stream()
                        .map(isGood -> isGood ? "RECORDED" : "REFUSED")
                        .toList());
    }

    @Test
    void refusesARequestThatItDoesNotUnderstandBeforeItDoesAnything() {
        var before = log.head();
        assertThat(asked("?dryrun=true").text("/code")).isEqualTo("unknown-parameter");
        assertThat(asked("?dryRun").text("/code")).isEqualTo("malformed");
        assertThat(asked("?dryRun=yes").text("/code")).isEqualTo("malformed");
        assertThat(asked("", "If-Match", "\"3\"").text("/code")).isEqualTo("not-applicable");
        assertThat(post("/api/imports", team("t", "")).status()).isEqualTo(415);
        assertThat(log.head()).isEqualTo(before);
    }

    private Answer asked(String query, String... headers) {
        return imports(query, team("t", "").getBytes(StandardCharsets.UTF_8), headers);
    }

    private record Wrong(String name, String line, String code, String pointer) {}

    private static Wrong wrong(String name, String line, String code, String pointer) {
        return new Wrong(name, line, code, pointer);
    }

    private DynamicTest test(Wrong wrong, boolean dryRun) {
        return DynamicTest.dynamicTest(wrong.name() + (dryRun ? " in a dry run" : ""), () -> {
            var before = log.head();
            var result = run(List.of(wrong.line()), "?dryRun=" + dryRun).get(0);
            assertThat(result.at("/outcome").asString()).as(result.toString()).isEqualTo("REFUSED");
            assertThat(result.at("/problem/code").asString())
                    .as(result.toString())
                    .isEqualTo(wrong.code());
            if (!wrong.pointer().isEmpty()) {
                assertThat(result.at("/problem/errors").findValuesAsString("pointer"))
                        .contains(wrong.pointer());
            }
            assertThat(result.toString()).doesNotContain("Exception", "io.okrledger", "java.");
            assertThat(log.head()).isEqualTo(before);
        });
    }
}

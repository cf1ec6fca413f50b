package io.okrledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.okrledger.command.support.problems.Rule;
import io.okrledger.query.http.problems.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of problems names every code that there is, and no other. */
class ProblemsPageTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|");

    /** How the command side writes the codes of fields, headers and faults: in a constraint's message or a problem. */
    private static final Pattern CODE = Pattern.compile(
            "\"([a-z]+(?:-[a-z]+)*): [A-Z]|\\n?(?:message=)?=([a-z]+(?:-[a-z]+)*): |(?:FieldProblem|InvalidRequest|problems\\.add)\\([^;]*?\"([a-z]+(?:-[a-z]+)*)\",|(?:HttpStatus\\.\\w+),\\s+\"([a-z-]+)\"");

    @Test
    void namesEveryCodeAndNoOther() throws IOException {
        assertThat(documented()).isEqualTo(codes());
    }

    private static Set<String> documented() throws IOException {
        return ROW.matcher(Readme.read("docs/problems.md").text())
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** By its name in the tests that ask over HTTP: as a text, or as a field of a table. */
    @Test
    void everyCodeIsMetOverHttp() throws IOException {
        var tests = new StringBuilder();
        for (var place : List.of(
                "command-side/src/test/java/io/okrledger/command",
                "query-side/src/test/java/io/okrledger/query/http",
                "query-side/src/test/java/io/okrledger/query/quality",
                "query-side/src/test/java/io/okrledger/query/operations/verification",
                "standalone/src/test/java/io/okrledger/standalone")) {
            try (var files = Files.list(Readme.root().resolve(place))) {
                for (var file : files.filter(each ->
                                each.toString().endsWith("Test.java") && !each.endsWith("ProblemsPageTest.java"))
                        .toList()) {
                    tests.append(Files.readString(file));
                }
            }
        }
        assertThat(documented())
                .allSatisfy(code -> assertThat(tests).containsPattern("(?<![a-z-])" + code + "(?=\"|,|\\\\\")"));
    }

    private static Set<String> codes() throws IOException {
        var codes = new TreeSet<String>();
        Arrays.stream(Rule.values()).map(Rule::code).forEach(codes::add);
        Arrays.stream(ProblemCode.values()).map(ProblemCode::code).forEach(codes::add);
        try (var files = Files.walk(Readme.root().resolve("command-side/src/main"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                CODE.matcher(Files.readString(file))
                        .results()
                        .forEach(match -> Stream.of(1, 2, 3, 4)
                                .map(match::group)
                                .filter(group -> group != null)
                                .forEach(codes::add));
            }
        }
        codes.add("invalid-request");
        codes.add("unsupported-media-type");
        return codes;
    }
}

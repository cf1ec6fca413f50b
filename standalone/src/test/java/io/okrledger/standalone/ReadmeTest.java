package io.okrledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.okrledger.standalone.address.OwnAddress;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The README is true: its walk is done as printed, and every answer is the one that it shows. */
class ReadmeTest {

    private static final Pattern CALL =
            Pattern.compile("(?:(\\w+)=\\$\\()?api (GET|POST|PUT) (\\S+)(?: '(.*)')?(?: \\| id\\))?");
    private static final String ANYTHING = "…";

    private final JsonMapper json = new JsonMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> kept = new HashMap<>();
    private final Queue<JsonNode> answers = new ArrayDeque<>();
    private @Nullable ConfigurableApplicationContext application;

    @TempDir
    Path directory;

    @AfterEach
    void stop() {
        if (application != null) {
            application.close();
        }
    }

    @Test
    void itsWalkGivesTheAnswersThatItPrints() throws Exception {
        var walk = Readme.read("README.md").blocksOf("A first objective");
        assertThat(walk).hasSizeGreaterThan(15);
        for (var block : walk) {
            if (block.language().equals("sh")) {
                for (var line : block.content().split("\n")) {
                    perform(line);
                }
            } else {
                for (var expected : json.readerFor(JsonNode.class)
                        .<JsonNode>readValues(block.content())
                        .readAll()) {
                    assertThat(describes(expected, answers.element()))
                            .as("%s%nis to be%n%s", answers.element(), expected)
                            .isTrue();
                    answers.remove();
                }
            }
        }
        assertThat(answers).as("answers that the README does not show").isEmpty();
    }

    @Test
    void itsLinksLeadSomewhere() {
        for (var page : new String[] {"README.md", "docs/architecture.md"}) {
            var place = Readme.root().resolve(page).getParent();
            assertThat(Readme.read(page).links())
                    .isNotEmpty()
                    .allSatisfy(link -> assertThat(place.resolve(link)).exists());
        }
    }

    /** Every class, event, command and test that the tables name is a file, a record of a command, or a package. */
    @Test
    void itsTablesNameWhatIsThere() throws IOException {
        var sources = sources();
        var tables = Readme.read("README.md").codeInTablesOf("Find your way");
        assertThat(tables)
                .hasSizeGreaterThan(40)
                .allSatisfy(name -> assertThat(sources)
                        .as(name)
                        .anyMatch(source ->
                                source.contains("/" + name.replace('.', '/')) || source.contains(" " + name + "(")));
    }

    @Test
    void theWayThroughLeadsThroughClassesThatAreThere() throws IOException {
        var sources = sources();
        assertThat(Readme.read("docs/architecture.md").classesIn("The way through"))
                .hasSizeGreaterThan(5)
                .allSatisfy(name -> assertThat(sources)
                        .as(name)
                        .anyMatch(source -> source.contains("/main/") && source.endsWith("/" + name + ".java")));
    }

    /** The paths of all sources, and the records that are nested in commands. */
    private static List<String> sources() throws IOException {
        try (var files = Files.walk(Readme.root())) {
            return files.filter(file ->
                            file.toString().endsWith(".java") && file.toString().contains("/src/"))
                    .flatMap(ReadmeTest::names)
                    .toList();
        }
    }

    private static Stream<String> names(Path file) {
        return file.toString().endsWith("Command.java")
                ? Stream.concat(
                        Stream.of(file.toString()), Readme.linesOf(file).filter(line -> line.contains("record ")))
                : Stream.of(file.toString());
    }

    @Test
    void itsCommandsAreThere() {
        for (var command : new String[] {"scripts/run", "scripts/demo", "mvnw"}) {
            assertThat(Readme.read("README.md").text()).contains(command);
            assertThat(Files.isExecutable(Readme.root().resolve(command))).isTrue();
        }
    }

    private void perform(String line) throws IOException, InterruptedException {
        if (line.startsWith("scripts/run ")) {
            stop();
            application = StandaloneApplication.start(
                    line.substring("scripts/run ".length()), "--server.port=0", "--okr.data-dir=" + directory);
            return;
        }
        var call = CALL.matcher(line);
        if (call.matches()) {
            var answer = ask(call.group(2), filled(call.group(3)), filled(call.group(4)));
            if (call.group(1) == null) {
                answers.add(answer);
            } else {
                kept.put(call.group(1), answer.at("/id").asString());
            }
        }
    }

    private JsonNode ask(String method, String path, String body) throws IOException, InterruptedException {
        var uri = URI.create(OwnAddress.of(application.getEnvironment()).uri() + "/api/" + path);
        var request = HttpRequest.newBuilder(uri)
                .header("X-Actor", "ada")
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        return json.readTree(http.send(request, BodyHandlers.ofString()).body());
    }

    /** As a shell would: variables are replaced, quotes fall away. */
    private String filled(@Nullable String text) {
        var filled = text == null ? "" : text.replace("'", "");
        for (var entry : kept.entrySet()) {
            filled = filled.replace("$" + entry.getKey(), entry.getValue());
        }
        return filled.startsWith("{") ? filled : filled.replace("\"", "");
    }

    private static boolean describes(JsonNode expected, JsonNode actual) {
        if (expected.isString() && expected.asString().equals(ANYTHING)) {
            return !actual.isMissingNode();
        }
        if (expected.isNumber()) {
            return actual.isNumber() && expected.decimalValue().compareTo(actual.decimalValue()) == 0;
        }
        if (!expected.isContainer()) {
            return expected.equals(actual);
        }
        if (expected.size() != actual.size() || expected.isArray() != actual.isArray()) {
            return false;
        }
        if (expected.isArray()) {
            for (var i = 0; i < expected.size(); i++) {
                if (!describes(expected.get(i), actual.get(i))) {
                    return false;
                }
            }
            return true;
        }
        return expected.properties().stream()
                .allMatch(field -> describes(field.getValue(), actual.path(field.getKey())));
    }
}

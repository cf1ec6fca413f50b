package io.okrledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description is complete, and what it gives as an example works. */
class DescriptionApiTest extends Api {

    @Autowired
    @Qualifier("requestMappingHandlerMapping") private RequestMappingHandlerMapping doors;

    @Autowired
    private JsonMapper json;

    @Test
    void describesEveryDoorWithASummaryItsCodesAndAnExample() {
        var paths = description().at("/paths");
        doors.getHandlerMethods().forEach((mapping, handler) -> {
            var hidden = handler.getBeanType().isAnnotationPresent(Hidden.class);
            if (handler.getBeanType().getName().startsWith("io.okrledger") && !hidden) {
                var path = mapping.getPathPatternsCondition()
                        .getPatterns()
                        .iterator()
                        .next()
                        .getPatternString();
                var method = mapping.getMethodsCondition()
                        .getMethods()
                        .iterator()
                        .next()
                        .name();
                var operation = paths.path(path).path(method.toLowerCase());
                assertThat(operation.path("summary").asString(""))
                        .as(method + " " + path)
                        .isNotBlank();
                assertThat(operation.at("/responses").propertyNames())
                        .as(method + " " + path)
                        .contains("400", "412", "503");
                assertThat(content(operation).getValue().at("/example").isMissingNode())
                        .as(method + " " + path)
                        .isFalse();
            }
        });
        assertThat(paths.size()).isEqualTo(30);
    }

    @Test
    void givesExamplesThatWorkOneAfterTheOther() {
        var parent = objectiveIn(openCycle());
        var parents = keyResultOf(parent);
        Map<String, String> made = new LinkedHashMap<>(Map.of("{personId}", "ada"));
        made.put("{laterCycleId}", laterCycle());
        made.put("{parentObjectiveId}", parent);
        made.put("{parentKeyResultId}", parents.substring(parents.lastIndexOf('/') + 1));
        description().at("/paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(operation -> Map.entry(
                                operation.getKey().toUpperCase() + " " + path.getKey(), operation.getValue())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))
                .entrySet()
                .stream()
                .sorted((a, b) -> Integer.compare(order(a.getKey()), order(b.getKey())))
                .forEach(operation -> {
                    var call = operation.getKey().split(" ");
                    var content = content(operation.getValue());
                    var example = content.getValue().at("/example");
                    var body = example.isString() ? example.asString() : example.toString();
                    if (call[1].endsWith("grade-amendment")) {
                        awaitGrade(made.get("{objectiveId}"));
                    } else if (call[1].endsWith("dropping")) {
                        var objective = objectiveIn(openCycle());
                        made.put("{objectiveId}", objective);
                        made.put("{keyResultId}", keyResultOf(objective).replaceAll(".*/", ""));
                    }
                    var answer =
                            send(call[0], filled(call[1], made), filled(body, made), "Content-Type", content.getKey());
                    assertThat(answer.status())
                            .as(operation.getKey() + " " + answer.response().body())
                            .isIn(200, 201);
                    made.put(thing(call[1]), answer.text("/id"));
                });
    }

    /** The one form of body that an operation takes, by its media type. */
    private static Map.Entry<String, JsonNode> content(JsonNode operation) {
        return operation.at("/requestBody/content").properties().iterator().next();
    }

    private static int order(String operation) {
        return switch (operation.substring(operation.lastIndexOf('/') + 1)) {
            case "goals", "teams", "cycles" -> 0;
            case "opening" -> 1;
            case "objectives" -> 2;
            case "key-results" -> 3;
            case "check-ins" -> 4;
            case "retraction" -> 6;
            case "closing" -> 7;
            case "grade-amendment" -> 8;
            case "dropping" -> 9;
            case "abandonment" -> 10;
            case "ending", "retirement" -> 11;
            default -> 5;
        };
    }

    private void awaitGrade(String objective) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> eventsAfter(0).stream()
                        .anyMatch(event -> event.startsWith("objective.graded") && event.contains(objective)));
    }

    /** The variable that names what a POST to this path makes. */
    private static String thing(String path) {
        return switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "goals" -> "{goalId}";
            case "teams" -> "{teamId}";
            case "cycles" -> "{cycleId}";
            case "objectives" -> "{objectiveId}";
            case "key-results" -> "{keyResultId}";
            case "check-ins" -> "{checkInId}";
            default -> path;
        };
    }

    private static String filled(String template, Map<String, String> made) {
        var text = template;
        for (var entry : made.entrySet()) {
            text = text.replace(entry.getKey(), entry.getValue());
        }
        return text;
    }

    private JsonNode description() {
        return json.readTree(send("GET", "/openapi.json", "").response().body());
    }
}

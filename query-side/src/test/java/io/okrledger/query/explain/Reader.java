package io.okrledger.query.explain;

import static io.okrledger.query.explain.ExplainedQuarter.HEAD;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks over HTTP once the whole story is known, and remembers what was explained. */
final class Reader {

    private final MockMvcTester mvc;
    private final JsonMapper json;
    private final Map<String, Map<String, JsonNode>> explained = new HashMap<>();

    Reader(MockMvcTester mvc, JsonMapper json) {
        this.mvc = mvc;
        this.json = json;
    }

    /** The numbers that are explained there, by their names. */
    Map<String, JsonNode> explained(String path) {
        return explained.computeIfAbsent(path, asked -> {
            var numbers = new HashMap<String, JsonNode>();
            for (var number : items(asked)) {
                assertThat(number.at("/rule/version").asInt()).isPositive();
                assertThat(number.at("/rule/sentence").asString()).isNotBlank();
                assertThat(numbers.put(number.get("number").asString(), number)).isNull();
            }
            return numbers;
        });
    }

    List<JsonNode> items(String path) {
        var answer = get(path + "&limit=500");
        assertThat(answer.get("next").isNull()).as(path).isTrue();
        return answer.get("items").valueStream().toList();
    }

    JsonNode get(String path) {
        var past = path.contains("asOf=");
        var asked = (path.contains("?") ? path : path.replaceFirst("&", "?")) + "&wait=10s";
        var answer = mvc.get()
                .uri(URI.create(asked + (past ? "" : "&minPosition=" + HEAD)))
                .exchange();
        assertThat(answer).as(asked).hasStatusOk();
        return json.readTree(answer.getResponse().getContentAsByteArray());
    }

    static List<JsonNode> inputs(JsonNode number, String name) {
        return number.get("inputs")
                .valueStream()
                .filter(input -> input.get("name").asString().equals(name))
                .toList();
    }

    static BigDecimal number(JsonNode number) {
        return number.get("value").decimalValue();
    }
}

package io.okrledger.query.quality.rules;

import io.okrledger.events.scoring.Metric;
import io.okrledger.query.objectives.facts.KnownKeyResult;
import io.okrledger.query.objectives.facts.ObjectiveFacts;
import io.okrledger.query.quality.wording.KeyResultWording;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What is looked for in the words and the numbers of a key result. */
final class KeyResultRules {

    private KeyResultRules() {}

    static Stream<Finding> findings(ObjectiveFacts objective, KnownKeyResult keyResult) {
        var title = keyResult.title();
        var wording = KeyResultWording.of(title, keyResult.measure().metric());
        var found = Stream.<Finding>builder();
        if (wording.isTask()) {
            found.add(worded(
                    Rule.KEY_RESULT_LOOKS_LIKE_TASK,
                    objective,
                    keyResult,
                    "'%s' is something to do. What will be different once it is done?"));
        }
        if (wording.countsOutput()) {
            found.add(worded(
                    Rule.KEY_RESULT_COUNTS_OUTPUT,
                    objective,
                    keyResult,
                    "'%s' counts what is done, and not what it brings."));
        }
        if (wording.isVague()) {
            found.add(worded(Rule.KEY_RESULT_TOO_VAGUE, objective, keyResult, "'%s' does not tell how much of what."));
        }
        if (wording.lacksUnit()) {
            found.add(worded(Rule.KEY_RESULT_WITHOUT_UNIT, objective, keyResult, "The numbers of '%s' have no unit."));
        }
        if (keyResult.aim().easierSince() != null) {
            found.add(Finding.of(
                    Rule.TARGET_LOWERED,
                    objective,
                    keyResult,
                    "'%s' is easier to reach than it was at first.".formatted(title),
                    Map.of(
                            "first", numbers(keyResult.measure().originalMetric()),
                            "present", numbers(keyResult.measure().metric())),
                    keyResult.aim().easierSince()));
        }
        return found.build();
    }

    private static Finding worded(Rule rule, ObjectiveFacts objective, KnownKeyResult keyResult, String sentence) {
        var metric = keyResult.measure().metric();
        return Finding.of(
                rule,
                objective,
                keyResult,
                sentence.formatted(keyResult.title()),
                Map.of("title", keyResult.title(), "unit", metric.unit(), "numbers", numbers(metric)),
                keyResult.wordedAt());
    }

    /** In the order of their names, for JSON that is the same every time. */
    private static Map<String, BigDecimal> numbers(Metric metric) {
        return new TreeMap<>(metric.numbers());
    }
}

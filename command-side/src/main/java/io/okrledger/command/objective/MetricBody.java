package io.okrledger.command.objective;

import io.okrledger.command.support.problems.FieldProblem;
import io.okrledger.command.support.problems.InvalidRequest;
import io.okrledger.command.support.requests.Decimal;
import io.okrledger.command.support.requests.Text;
import io.okrledger.events.scoring.Metric;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A metric as a request states it: which of the numbers belong to it depends on its kind. */
record MetricBody(
        @NotNull Kind kind,
        @NotNull @Text(max = Text.UNIT) String unit,
        @Decimal @Nullable BigDecimal baseline,
        @Decimal @Nullable BigDecimal target,
        @Decimal @Nullable BigDecimal low,
        @Decimal @Nullable BigDecimal high) {

    enum Kind {
        REACH,
        KEEP_AT_LEAST,
        KEEP_AT_MOST,
        KEEP_WITHIN
    }

    private static final Map<Kind, List<String>> NUMBERS = Map.of(
            Kind.REACH, List.of("baseline", "target"),
            Kind.KEEP_AT_LEAST, List.of("target"),
            Kind.KEEP_AT_MOST, List.of("target"),
            Kind.KEEP_WITHIN, List.of("low", "high"));

    /** @throws InvalidRequest naming each number that is missing and each that does not belong */
    Metric metric() {
        var numbers = numbers();
        return switch (kind) {
            case REACH -> new Metric.Reach(unit, number(numbers, "baseline"), number(numbers, "target"));
            case KEEP_AT_LEAST -> new Metric.KeepAtLeast(unit, number(numbers, "target"));
            case KEEP_AT_MOST -> new Metric.KeepAtMost(unit, number(numbers, "target"));
            case KEEP_WITHIN -> new Metric.KeepWithin(unit, number(numbers, "low"), number(numbers, "high"));
        };
    }

    private Map<String, BigDecimal> numbers() {
        var given = new LinkedHashMap<String, @Nullable BigDecimal>();
        given.put("baseline", baseline);
        given.put("target", target);
        given.put("low", low);
        given.put("high", high);
        var expected = Objects.requireNonNull(NUMBERS.get(kind));
        var numbers = new LinkedHashMap<String, BigDecimal>();
        var problems = new ArrayList<FieldProblem>();
        given.forEach((name, number) -> {
            if (expected.contains(name) == (number == null)) {
                problems.add(number == null ? FieldProblem.required(pointer(name)) : notApplicable(name, expected));
            } else if (number != null) {
                numbers.put(name, number);
            }
        });
        if (!problems.isEmpty()) {
            throw new InvalidRequest(problems);
        }
        return numbers;
    }

    private FieldProblem notApplicable(String name, List<String> expected) {
        return new FieldProblem(
                pointer(name), "not-applicable", kind + " takes " + String.join(" and ", expected) + ".");
    }

    private static String pointer(String name) {
        return "/metric/" + name;
    }

    private static BigDecimal number(Map<String, BigDecimal> numbers, String name) {
        return Objects.requireNonNull(numbers.get(name));
    }
}

package io.okrledger.command.objective;

import io.okrledger.command.support.problems.FieldProblem;
import io.okrledger.command.support.problems.InvalidRequest;
import io.okrledger.command.support.problems.Rule;
import io.okrledger.command.support.problems.RuleViolation;
import io.okrledger.events.scoring.Adjustment;
import io.okrledger.events.scoring.Metric;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When the numbers of a key result measure something. */
final class Numbers {

    private Numbers() {}

    /** @throws RuleViolation baseline-equals-target, band-empty, number-out-of-range */
    static void requireSound(Metric metric, String pointer) {
        var broken = metric.violatedRule();
        if (broken != null) {
            throw new RuleViolation(Rule.of(broken), "These numbers measure nothing: " + metric.numbers(), pointer);
        }
    }

    /** @throws InvalidRequest not-applicable, when there is a number that the metric has no place for */
    static void requireApplicable(Adjustment numbers, Metric metric) {
        var problem = foreign(numbers, metric, "");
        if (problem != null) {
            throw new InvalidRequest(List.of(problem));
        }
    }

    /** Why these cannot be the numbers of what goes on with the metric in a later cycle. */
    static List<FieldProblem> problemsOf(Adjustment numbers, Metric metric, String pointer) {
        var hasToReach = metric.accrues() && numbers.target() == null;
        var missing = hasToReach ? FieldProblem.required(pointer + "/target") : null;
        return Stream.of(foreign(numbers, metric, pointer), missing)
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable FieldProblem foreign(Adjustment numbers, Metric metric, String pointer) {
        var name = numbers.foreignTo(metric);
        var own = String.join(" and ", new TreeSet<>(metric.numbers().keySet()));
        return name == null
                ? null
                : new FieldProblem(pointer + "/" + name, "not-applicable", "This key result has only " + own + ".");
    }
}

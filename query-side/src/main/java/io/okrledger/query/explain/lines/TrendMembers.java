package io.okrledger.query.explain.lines;

import static io.okrledger.query.explain.form.Input.explained;

import io.okrledger.query.cadence.CycleWeeks;
import io.okrledger.query.cycles.CycleView;
import io.okrledger.query.explain.form.Input;
import io.okrledger.query.explain.form.Links;
import io.okrledger.query.objectives.facts.KnownKeyResult;
import io.okrledger.query.objectives.facts.ObjectiveFacts;
import io.okrledger.query.trends.figures.JudgedKeyResult;
import io.okrledger.query.trends.figures.JudgedObjective;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a line of a trend is summed up from.
 *
 * @param objectives all of the cycle, or of the team in it
 */
public record TrendMembers(List<Objective> objectives, Links links) {

    static final Predicate<Objective> ALIVE = it -> !it.judged().abandoned();
    static final Predicate<Objective> SCORED = ALIVE.and(it -> it.judged().score() != null);
    static final Predicate<Objective> MEASURED = SCORED.and(it -> it.judged().isMeasured());
    static final Predicate<KeyResult> SURE = it -> it.judged().confidence() != null;

    record Objective(ObjectiveFacts facts, JudgedObjective judged) {}

    record KeyResult(ObjectiveFacts objective, KnownKeyResult known, JudgedKeyResult judged) {}

    public static TrendMembers of(List<ObjectiveFacts> all, CycleView cycle, Instant asked, Links links) {
        var weeks = CycleWeeks.of(cycle);
        return new TrendMembers(
                all.stream()
                        .map(facts -> new Objective(facts, JudgedObjective.of(facts, weeks, asked)))
                        .toList(),
                links);
    }

    public List<JudgedObjective> judged() {
        return objectives.stream().map(Objective::judged).toList();
    }

    /** Something of each objective for which it is so. */
    List<Input> ofObjectives(String name, Predicate<Objective> which, Function<Objective, @Nullable Object> number) {
        return objectives.stream()
                .filter(which)
                .map(it -> explained(
                        name,
                        it.facts().id(),
                        number.apply(it),
                        links.objective(it.facts().id())))
                .toList();
    }

    /** Something of each counted key result for which it is so. */
    List<Input> ofKeyResults(String name, Predicate<KeyResult> which, Function<KeyResult, @Nullable Object> number) {
        return objectives.stream()
                .flatMap(TrendMembers::counted)
                .filter(which)
                .map(it -> explained(name, it.known().id(), number.apply(it), link(it.objective(), it.known())))
                .toList();
    }

    /** Something of each key result that there ever was, and for which it is so. */
    List<Input> ofAllKeyResults(
            String name, Predicate<KnownKeyResult> which, Function<KnownKeyResult, @Nullable Object> number) {
        return objectives.stream()
                .flatMap(objective -> objective.facts().keyResults().stream()
                        .filter(which)
                        .map(it -> explained(name, it.id(), number.apply(it), link(objective.facts(), it))))
                .toList();
    }

    private String link(ObjectiveFacts objective, KnownKeyResult keyResult) {
        return links.keyResult(objective.id(), keyResult.keyResultId());
    }

    private static Stream<KeyResult> counted(Objective objective) {
        var judged = objective.judged().keyResults();
        var known = objective.facts().counting();
        return IntStream.range(0, judged.size())
                .mapToObj(index -> new KeyResult(objective.facts(), known.get(index), judged.get(index)));
    }
}

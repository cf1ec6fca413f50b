package io.okrledger.query.explain.lines;

import static io.okrledger.query.explain.form.Input.explained;
import static java.util.Objects.requireNonNull;

import io.okrledger.query.cadence.Review;
import io.okrledger.query.cadence.Summary;
import io.okrledger.query.completion.Analysis;
import io.okrledger.query.completion.Cohort;
import io.okrledger.query.completion.Completion;
import io.okrledger.query.completion.Cut;
import io.okrledger.query.completion.Interval;
import io.okrledger.query.completion.Unit;
import io.okrledger.query.completion.Week;
import io.okrledger.query.explain.form.Figures;
import io.okrledger.query.explain.form.Input;
import io.okrledger.query.explain.form.Links;
import io.okrledger.query.explain.form.Rule;
import io.okrledger.query.explain.numbers.ScoreRules;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The weeks, the cohorts and the uplift of the completion analytics. */
public final class CompletionNumbers {

    private record Decisive(String name, Function<Unit, @Nullable Object> of) {}

    private record Member(Review review, Unit unit) {}

    private static final Rule WEEK =
            rule("week-completion", "(onTime + late) / due, rounded half up to 4 places; none when nothing was due");
    private static final Rule SIZE = rule("cohort-size", "the number of key results that the cut puts into the cohort");
    private static final Rule MET = rule("cohort-met", "how many of them met what is expected of them");
    private static final Rule RATE = rule("completion-rate", "met / n, rounded half up to 4 places; none without any");
    private static final Rule WILSON = rule("wilson-interval", "Wilson's 95% score interval of met out of n");
    private static final Rule DIFFERENCE =
            rule("uplift-difference", "the rate of WEEKLY less that of the rest" + few());
    private static final Rule RATIO = rule("uplift-ratio", "the rate of WEEKLY / that of the rest" + few());
    private static final Rule NEWCOMBE = rule(
            "newcombe-interval", "Newcombe's 95% hybrid score interval of the difference (1998, method 10)" + few());
    private static final Rule KATZ = rule("katz-interval", "Katz's 95% log interval of the ratio (1978)" + few());
    private static final Rule FISHER = rule("fisher-exact", "Fisher's exact test, two-sided" + few());
    private static final Rule FEW =
            rule("insufficient", "whether there are fewer than ten in WEEKLY, or in IRREGULAR and RARE together");

    /** What of a key result decides to which cohort of a cut it belongs. */
    private static final Map<String, Decisive> DECIDED_BY = Map.of(
            "adherence", new Decisive("adherence", Unit::adherence),
            "owner", new Decisive("reassigned", Unit::reassigned),
            "goal", new Decisive("linkedToGoal", Unit::linkedToGoal),
            "keyResults", new Decisive("siblings", Unit::siblings),
            "ambition", new Decisive("ambition", Unit::ambition),
            "target", new Decisive("targetMoved", Unit::targetMoved));

    private final Analysis analysis;
    private final List<Member> members;
    private final Links links;
    private final String self;
    private final Figures figures = new Figures();

    private CompletionNumbers(Analysis analysis, Links links, String self) {
        this.analysis = analysis;
        this.links = links;
        this.self = self;
        members = analysis.counted().stream()
                .map(review -> new Member(review, Unit.of(review)))
                .toList();
    }

    /** @param self where these numbers are explained */
    public static Figures of(Analysis analysis, Links links, String self) {
        var numbers = new CompletionNumbers(analysis, links, self);
        var completion = analysis.completion();
        completion.cohorts().forEach(numbers::add);
        numbers.addUplift(completion);
        completion.weeks().forEach(numbers::add);
        return numbers.figures;
    }

    private void add(Week week) {
        var prefix = "weeks." + week.week() + ".";
        var cells = analysis.reviews().stream()
                .flatMap(Review::cells)
                .filter(cell -> cell.week().toString().equals(week.week()))
                .toList();
        new CadenceNumbers(cells, links).addCounts(figures, prefix, Summary.of(week.week(), cells));
        figures.add(
                prefix + "completion",
                week.completion(),
                WEEK,
                () -> List.of(
                        explained(prefix + "onTime", week.onTime(), self),
                        explained(prefix + "late", week.late(), self),
                        explained(prefix + "due", week.due(), self)));
    }

    private void add(Cohort cohort) {
        var prefix = "cohorts." + cohort.cut() + "." + cohort.name() + ".";
        var decidedBy = requireNonNull(DECIDED_BY.get(cohort.cut()), cohort::cut);
        Supplier<List<Input>> counts =
                () -> List.of(explained(prefix + "met", cohort.met(), self), explained(prefix + "n", cohort.n(), self));
        figures.add(prefix + "n", cohort.n(), SIZE, () -> of(cohort, decidedBy.name(), decidedBy.of()));
        figures.add(prefix + "met", cohort.met(), MET, () -> of(cohort, "met", Unit::met));
        figures.add(prefix + "completionRate", cohort.completionRate(), RATE, counts);
        add(prefix + "interval", cohort.interval(), WILSON, counts);
        figures.add(prefix + "meanScore", cohort.meanScore(), ScoreRules.MEAN, () -> of(cohort, "score", Unit::score));
        figures.add(
                prefix + "medianScore",
                cohort.medianScore(),
                ScoreRules.MEDIAN,
                () -> of(cohort, "score", Unit::score));
    }

    private void addUplift(Completion completion) {
        var uplift = completion.uplift();
        Supplier<List<Input>> sides = () -> completion.cohorts().stream()
                .filter(cohort -> cohort.cut().equals("adherence"))
                .flatMap(this::side)
                .toList();
        figures.add("uplift.difference", uplift.difference(), DIFFERENCE, sides);
        figures.add("uplift.ratio", uplift.ratio(), RATIO, sides);
        add("uplift.differenceInterval", uplift.differenceInterval(), NEWCOMBE, sides);
        add("uplift.ratioInterval", uplift.ratioInterval(), KATZ, sides);
        figures.add("uplift.p", uplift.p(), FISHER, sides);
        figures.add("uplift.insufficient", uplift.insufficient(), FEW, sides);
    }

    private void add(String number, @Nullable Interval interval, Rule rule, Supplier<List<Input>> inputs) {
        figures.add(number + ".low", interval == null ? null : interval.low(), rule, inputs);
        figures.add(number + ".high", interval == null ? null : interval.high(), rule, inputs);
    }

    private Stream<Input> side(Cohort cohort) {
        var prefix = "cohorts.adherence." + cohort.name() + ".";
        return Stream.of(explained(prefix + "met", cohort.met(), self), explained(prefix + "n", cohort.n(), self));
    }

    /** The members of a cohort, told by one thing that is known of each. */
    private List<Input> of(Cohort cohort, String name, Function<Unit, @Nullable Object> number) {
        var cut = Cut.ALL.stream()
                .filter(it -> it.name().equals(cohort.cut()))
                .findAny()
                .orElseThrow();
        return members.stream()
                .filter(member -> cohort.name().equals(cut.cohort().apply(member.unit())))
                .map(member -> explained(
                        name,
                        member.review().keyResult().id(),
                        number.apply(member.unit()),
                        links.keyResult(
                                member.review().objective().id(),
                                member.review().keyResult().keyResultId())))
                .toList();
    }

    private static Rule rule(String id, String sentence) {
        return new Rule(id, Completion.RULES_VERSION, sentence);
    }

    private static String few() {
        return "; the rest are IRREGULAR and RARE; none with fewer than ten on either side";
    }
}

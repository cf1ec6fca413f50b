package io.okrledger.query.explain.numbers;

import static io.okrledger.query.explain.form.Input.explained;
import static io.okrledger.query.explain.form.Input.said;

import io.okrledger.events.calendar.WeekState;
import io.okrledger.events.scoring.Pacing;
import io.okrledger.events.scoring.Scoring;
import io.okrledger.query.cadence.CycleWeeks;
import io.okrledger.query.explain.form.Figures;
import io.okrledger.query.explain.form.Input;
import io.okrledger.query.explain.form.Rule;
import io.okrledger.query.history.HistoryView;
import io.okrledger.query.objectives.facts.KnownKeyResult;
import io.okrledger.query.objectives.facts.KnownObjective.ObjectiveGrade;
import io.okrledger.query.scoreboard.KeyResultStanding;
import io.okrledger.query.scoreboard.ObjectiveStanding;
import io.okrledger.query.trends.figures.JudgedObjective;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The numbers of an objective, which all follow from those of its key results. */
public record ObjectiveNumbers(Subject subject, ObjectiveStanding standing) {

    private static final Rule PACE = new Rule(
            "objective-pace",
            Pacing.RULES_VERSION,
            "STALE when one key result is; PENDING when all are; else by the gap = expected - score: ON_TRACK up to"
                    + " onTrackGap, AT_RISK up to atRiskGap, OFF_TRACK above");

    public static Figures of(Subject subject) {
        var standing = ObjectiveStanding.of(subject.objective(), subject.cycle(), subject.judgedAt());
        return new ObjectiveNumbers(subject, standing).figures();
    }

    private Figures figures() {
        var figures = new Figures();
        figures.add(
                "score",
                standing.score(),
                ScoreRules.weightedMean("score", Scoring.RULES_VERSION),
                () -> weighted("score", KeyResultStanding::score));
        figures.add(
                "measured",
                standing.measured(),
                ScoreRules.MEASURED,
                () -> each("measured", KeyResultStanding::measured));
        figures.add("band", standing.band(), ScoreRules.BAND, this::band);
        figures.add(
                "expected",
                standing.expected(),
                ScoreRules.EXPECTED_MEAN,
                () -> weighted("expected", KeyResultStanding::expected));
        figures.add("pace", standing.pace(), PACE, this::pace);
        var grade = subject.objective().known().grade();
        if (grade != null) {
            figures.add(
                    "grade",
                    grade.score(),
                    ScoreRules.weightedMean("grade", grade.rulesVersion()),
                    () -> grades(grade));
        }
        var weeks = JudgedObjective.of(subject.objective(), CycleWeeks.of(subject.cycle()), subject.asked())
                .weeks();
        figures.add("onTime", weeks.onTime(), WeekRules.COUNT, () -> weeks(WeekState.ON_TIME));
        figures.add("late", weeks.late(), WeekRules.COUNT, () -> weeks(WeekState.LATE));
        figures.add("missed", weeks.missed(), WeekRules.COUNT, () -> weeks(WeekState.MISSED));
        return figures;
    }

    private List<Input> each(String name, Function<KeyResultStanding, @Nullable Object> number) {
        return standing.keyResults().stream()
                .map(keyResult -> explained(
                        name,
                        keyResult.keyResultId(),
                        number.apply(keyResult),
                        subject.links().keyResult(standing.objectiveId(), keyResult.keyResultId())))
                .toList();
    }

    private List<Input> weighted(String name, Function<KeyResultStanding, @Nullable Object> number) {
        var weights = subject.objective().counting().stream().map(this::weight);
        return Stream.concat(each(name, number).stream(), weights).toList();
    }

    private Input weight(KnownKeyResult keyResult) {
        var id = keyResult.keyResultId();
        return said("weight", id, keyResult.weight(), subject.origins().last(id, "weight"));
    }

    private List<Input> band() {
        var policy = subject.cycle().policy();
        return List.of(
                explained("score", standing.score(), subject.link()),
                explained("measured", standing.measured(), subject.link()),
                subject.planned("yellowFrom", policy.yellowFrom()),
                subject.planned("greenFrom", policy.greenFrom()));
    }

    private List<Input> pace() {
        var policy = subject.cycle().policy();
        var inputs = new ArrayList<Input>();
        inputs.add(explained("expected", standing.expected(), subject.link()));
        inputs.add(explained("score", standing.score(), subject.link()));
        inputs.addAll(each("pace", KeyResultStanding::pace));
        inputs.add(subject.planned("onTrackGap", policy.onTrackGap()));
        inputs.add(subject.planned("atRiskGap", policy.atRiskGap()));
        return inputs;
    }

    private List<Input> grades(ObjectiveGrade grade) {
        var inputs = new ArrayList<Input>();
        var events = subject.origins().grades(null).stream()
                .map(HistoryView::position)
                .toList();
        inputs.add(said("recordedGrade", grade.score(), events));
        for (var keyResult : subject.objective().counting()) {
            var given = keyResult.grade();
            if (given != null) {
                inputs.add(explained("grade", keyResult.keyResultId(), given.score(), subject.link(keyResult)));
                inputs.add(weight(keyResult));
            }
        }
        return inputs;
    }

    /** Also those of key results that were dropped: a week that was missed was missed. */
    private List<Input> weeks(WeekState state) {
        return subject.objective().keyResults().stream()
                .flatMap(keyResult -> subject.cells(keyResult).stream())
                .filter(cell -> cell.state() == state)
                .map(cell -> explained(
                        "state",
                        cell.keyResultId() + "/" + cell.week(),
                        cell.state(),
                        subject.links().week(cell.objectiveId(), cell.keyResultId(), cell.week())))
                .toList();
    }
}

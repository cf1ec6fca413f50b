package io.okrledger.query.explain.numbers;

import static io.okrledger.query.explain.form.Input.explained;
import static io.okrledger.query.explain.form.Input.given;
import static io.okrledger.query.explain.form.Input.said;

import io.okrledger.query.cadence.Summary;
import io.okrledger.query.explain.form.Figures;
import io.okrledger.query.explain.form.Input;
import io.okrledger.query.explain.form.Rule;
import io.okrledger.query.measure.Shift;
import io.okrledger.query.objectives.facts.KnownKeyResult;
import io.okrledger.query.trends.figures.JudgedKeyResult;
import io.okrledger.query.trends.figures.Trend;
import java.util.ArrayList;
import java.util.List;

/** How faithfully a key result was reviewed, and what else the analyses count of it. */
record ReviewNumbers(Subject subject, KnownKeyResult keyResult, ScoreNumbers scores) {

    private static final Rule RAISED = new Rule(
            "targets-raised",
            Shift.RULES_VERSION,
            "how often the numbers moved so that no value scores more than before");
    private static final Rule LOWERED = new Rule(
            "targets-lowered",
            Shift.RULES_VERSION,
            "how often the numbers moved so that no value scores less than before");
    private static final Rule SANDBAGGED = new Rule(
            "sandbagged", Trend.RULES_VERSION, "a stretch (ASPIRATIONAL) that was reached in full before halfTime");
    private static final Rule HALF_TIME = new Rule(
            "confidence-at-half-time",
            Trend.RULES_VERSION,
            "the confidence of the newest week that was first checked in by halfTime; none before halfTime");

    void addTo(Figures figures) {
        var cells = Summary.of("", subject.cells(keyResult));
        var judged = JudgedKeyResult.of(keyResult, subject.cycle(), subject.asked());
        figures.add("adherence", cells.adherence(), WeekRules.ADHERENCE, this::states);
        figures.add("onTimeRate", cells.onTimeRate(), WeekRules.ON_TIME_RATE, this::states);
        figures.add("met", judged.met(), ScoreRules.MET, this::met);
        figures.add("targetsRaised", keyResult.aim().raised(), RAISED, this::moves);
        figures.add("targetsLowered", keyResult.aim().lowered(), LOWERED, this::moves);
        figures.add("sandbagged", judged.sandbagged(), SANDBAGGED, this::reached);
        figures.add("confidenceAtHalfTime", judged.confidence(), HALF_TIME, this::halfTime);
    }

    private List<Input> states() {
        return subject.states(keyResult);
    }

    private List<Input> met() {
        var score = explained("score", keyResult.score().score(), subject.link(keyResult));
        var grade = keyResult.grade();
        if (grade == null) {
            var expectation = subject.cycle().policy().expectation(keyResult.ambition());
            var added = subject.origins().added(keyResult.keyResultId());
            return List.of(
                    score, said("ambition", keyResult.ambition(), added), subject.planned("expectation", expectation));
        }
        var events = subject.origins().last(keyResult.keyResultId(), "grade");
        return List.of(score, said("expectation", grade.expectation(), events), said("met", grade.met(), events));
    }

    private List<Input> moves() {
        var numbers = keyResult.measure().metric().numbers();
        return subject.origins().changes(keyResult.keyResultId(), numbers::containsKey).stream()
                .map(row -> said(row.field(), row.at(), row.after(), List.of(row.position())))
                .toList();
    }

    private List<Input> reached() {
        var inputs = new ArrayList<Input>();
        var added = subject.origins().added(keyResult.keyResultId());
        inputs.add(said("ambition", keyResult.ambition(), added));
        inputs.add(subject.planned("halfTime", subject.cycle().calendar().halfTime()));
        inputs.add(given(
                "reachedSince", keyResult.measure().reachedSince(keyResult.aim().since())));
        inputs.addAll(scores.targets());
        inputs.addAll(scores.weeklyValues());
        inputs.addAll(firstRecorded());
        return inputs;
    }

    private List<Input> halfTime() {
        var inputs = new ArrayList<Input>();
        inputs.add(subject.planned("halfTime", subject.cycle().calendar().halfTime()));
        inputs.add(given("asked", subject.asked()));
        keyResult.measure().weeks().stream().map(scores::confidence).forEach(inputs::add);
        inputs.addAll(firstRecorded());
        return inputs;
    }

    private List<Input> firstRecorded() {
        return keyResult.measure().weeks().stream()
                .map(reading -> said(
                        "firstRecordedAt",
                        reading.week(),
                        reading.firstRecordedAt(),
                        subject.origins().firstRecorded(keyResult.keyResultId(), reading)))
                .toList();
    }
}

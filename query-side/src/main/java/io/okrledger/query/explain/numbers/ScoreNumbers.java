package io.okrledger.query.explain.numbers;

import static io.okrledger.query.explain.form.Input.explained;
import static io.okrledger.query.explain.form.Input.said;

import io.okrledger.events.scoring.Scoring;
import io.okrledger.query.explain.form.Figures;
import io.okrledger.query.explain.form.Input;
import io.okrledger.query.history.HistoryView;
import io.okrledger.query.measure.WeekReading;
import io.okrledger.query.objectives.facts.KnownKeyResult;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What a key result measures, how far it came, and its grade. */
record ScoreNumbers(Subject subject, KnownKeyResult keyResult) {

    void addTo(Figures figures) {
        var measure = keyResult.measure();
        var value = measure.newest().map(WeekReading::value).orElse(null);
        figures.add("value", value, ScoreRules.WEEK_VALUE, this::newestValue);
        if (keyResult.grade() == null) {
            addMeasured(figures);
        } else {
            addGraded(figures);
        }
        var confidence = measure.newest().map(WeekReading::confidence).orElse(null);
        figures.add("confidence", confidence, ScoreRules.WEEK_CONFIDENCE, this::newestConfidence);
    }

    private void addMeasured(Figures figures) {
        var metric = keyResult.measure().metric();
        var score = keyResult.score();
        var measured = score.measured();
        figures.add("progress", score.progress(), ScoreRules.progress(metric, measured), this::measurements);
        figures.add(
                "score", score.score(), ScoreRules.score(metric, measured, Scoring.RULES_VERSION), this::measurements);
        figures.add("measured", measured, ScoreRules.IS_MEASURED, this::weeklyValues);
    }

    private void addGraded(Figures figures) {
        var version = gradedBy();
        var score = keyResult.score();
        var rows = subject.origins().grades(keyResult.keyResultId());
        var given = rows.stream().limit(1).map(HistoryView::position).toList();
        figures.add(
                "progress",
                score.progress(),
                ScoreRules.graded("progress", version),
                () -> List.of(said("progress", score.progress(), given)));
        figures.add(
                "score",
                score.score(),
                ScoreRules.graded("score", version),
                () -> List.of(explained("grade", score.score(), subject.link(keyResult))));
        figures.add(
                "measured",
                score.measured(),
                ScoreRules.graded("measured", version),
                () -> List.of(said("measured", score.measured(), given)));
        figures.add("grade", score.score(), ScoreRules.grade(version), () -> grades(rows));
        figures.add(
                "gradeGiven",
                gradeGiven(),
                ScoreRules.score(keyResult.measure().metric(), score.measured(), version),
                this::measurements);
    }

    private List<Input> grades(List<HistoryView> rows) {
        var inputs = new ArrayList<Input>();
        inputs.add(explained("gradeGiven", gradeGiven(), subject.link(keyResult)));
        rows.stream()
                .skip(1)
                .map(row -> said("amendment", row.at(), row.after(), List.of(row.position())))
                .forEach(inputs::add);
        return inputs;
    }

    private BigDecimal gradeGiven() {
        var amendments = keyResult.amendments();
        return amendments.isEmpty()
                ? keyResult.score().score()
                : amendments.get(0).oldScore();
    }

    private int gradedBy() {
        var grade = subject.objective().known().grade();
        return grade == null ? Scoring.RULES_VERSION : grade.rulesVersion();
    }

    /** What is to be reached asks for the newest value only, what is to be kept for all. */
    private List<Input> measurements() {
        var inputs = new ArrayList<>(targets());
        inputs.addAll(keyResult.measure().metric().accrues() ? newestValue() : weeklyValues());
        return inputs;
    }

    List<Input> targets() {
        return new TreeMap<>(keyResult.measure().metric().numbers())
                .entrySet().stream()
                        .map(number -> said(
                                number.getKey(),
                                number.getValue(),
                                subject.origins().last(keyResult.keyResultId(), number.getKey())))
                        .toList();
    }

    private List<Input> newestValue() {
        return keyResult.measure().newest().map(this::value).stream().toList();
    }

    List<Input> weeklyValues() {
        return keyResult.measure().weeks().stream().map(this::value).toList();
    }

    private Input value(WeekReading reading) {
        var events = subject.origins().value(keyResult.keyResultId(), reading);
        return said("value", reading.week(), reading.value(), events);
    }

    private List<Input> newestConfidence() {
        return keyResult.measure().newest().map(this::confidence).stream().toList();
    }

    Input confidence(WeekReading reading) {
        var events = subject.origins().confidence(keyResult.keyResultId(), reading);
        return said("confidence", reading.week(), reading.confidence(), events);
    }
}

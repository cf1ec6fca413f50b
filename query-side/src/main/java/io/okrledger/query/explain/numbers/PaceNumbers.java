package io.okrledger.query.explain.numbers;

import static io.okrledger.query.explain.form.Input.explained;
import static io.okrledger.query.explain.form.Input.said;

import io.okrledger.events.scoring.Forecast;
import io.okrledger.events.scoring.Pacing;
import io.okrledger.query.explain.form.Figures;
import io.okrledger.query.explain.form.Input;
import io.okrledger.query.explain.form.Rule;
import io.okrledger.query.objectives.facts.KnownKeyResult;
import io.okrledger.query.scoreboard.KeyResultStanding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a key result compares with what is expected of it by now, and where it is going. */
record PaceNumbers(Subject subject, KnownKeyResult keyResult, ScoreNumbers scores) {

    private static final Rule ACCRUING = new Rule(
            "expected-accruing",
            Pacing.RULES_VERSION,
            "expected = expectation x (judgedAt - startsAt) / (endsAt - startsAt), from 0 to the expectation,"
                    + " rounded half up to 4 places");
    private static final Rule ALWAYS =
            new Rule("expected-always", Pacing.RULES_VERSION, "what is to be kept is expected in full at all times");
    private static final Rule GAP = new Rule("gap", Pacing.RULES_VERSION, "gap = expected - score");
    private static final Rule PACE = new Rule(
            "pace",
            Pacing.RULES_VERSION,
            "PENDING before firstDueAt; STALE when lastCheckInAt is older than staleAfterDays, or there is none; else"
                    + " ON_TRACK up to onTrackGap, AT_RISK up to atRiskGap, OFF_TRACK above; judged at endsAt at the latest");
    private static final Rule FORECAST = new Rule(
            "forecast",
            Forecast.RULES_VERSION,
            "the Theil-Sen line through the weekly values, by the days on which they were due, read on endsOn; its score"
                    + " is that of coming weeks on the line; low and high are the 10th and 90th percentile of the distances"
                    + " from it; none with fewer than " + Forecast.FEWEST_VALUES + " values");

    void addTo(Figures figures) {
        var standing = KeyResultStanding.of(keyResult, subject.cycle(), subject.judgedAt());
        var pacing = KeyResultStanding.pacing(keyResult, subject.cycle(), subject.judgedAt());
        var accrues = keyResult.measure().metric().accrues();
        figures.add("band", standing.band(), ScoreRules.BAND, () -> band(standing));
        figures.add("expected", standing.expected(), accrues ? ACCRUING : ALWAYS, this::expectation);
        figures.add(
                "gap",
                pacing.gap(),
                GAP,
                () -> List.of(
                        explained("expected", pacing.expected(), self()),
                        explained("score", standing.score(), self())));
        figures.add("pace", standing.pace(), PACE, () -> pace(pacing));
        var forecast = standing.forecast();
        figures.add("forecast.value", of(forecast, Forecast::value), FORECAST, this::line);
        figures.add("forecast.score", of(forecast, Forecast::score), FORECAST, this::line);
        figures.add("forecast.low", of(forecast, Forecast::low), FORECAST, this::line);
        figures.add("forecast.high", of(forecast, Forecast::high), FORECAST, this::line);
    }

    private List<Input> band(KeyResultStanding standing) {
        var policy = subject.cycle().policy();
        return List.of(
                explained("score", standing.score(), self()),
                explained("measured", standing.measured(), self()),
                subject.planned("yellowFrom", policy.yellowFrom()),
                subject.planned("greenFrom", policy.greenFrom()));
    }

    private List<Input> expectation() {
        var course = KeyResultStanding.course(keyResult, subject.cycle());
        var added = added();
        var ambition = said("ambition", keyResult.ambition(), added);
        var expectation = subject.planned("expectation", course.policy().expectation(keyResult.ambition()));
        if (!keyResult.measure().metric().accrues()) {
            return List.of(ambition, expectation);
        }
        var startsLate = course.startsAt().equals(keyResult.createdAt());
        return List.of(
                ambition,
                expectation,
                said(
                        "startsAt",
                        course.startsAt(),
                        startsLate ? added : subject.cycleEvents().planned()),
                subject.planned("endsAt", course.endsAt()),
                subject.judged());
    }

    private List<Input> pace(Pacing pacing) {
        var course = KeyResultStanding.course(keyResult, subject.cycle());
        var policy = subject.cycle().policy();
        var due = Stream.concat(subject.cycleEvents().planned().stream(), added().stream());
        return List.of(
                explained("gap", pacing.gap(), self()),
                said("firstDueAt", course.firstDueAt(), due.toList()),
                said("lastCheckInAt", keyResult.measure().lastCheckInAt(), lastCheckIn()),
                subject.planned("onTrackGap", policy.onTrackGap()),
                subject.planned("atRiskGap", policy.atRiskGap()),
                subject.planned("staleAfterDays", policy.staleAfterDays()),
                subject.planned("endsAt", course.endsAt()),
                subject.judged());
    }

    private List<Long> lastCheckIn() {
        var at = keyResult.measure().lastCheckInAt();
        return keyResult.measure().weeks().stream()
                .filter(reading -> reading.lastRecordedAt().equals(at))
                .limit(1)
                .flatMap(reading -> subject.origins().lastRecorded(keyResult.keyResultId(), reading).stream())
                .toList();
    }

    private List<Input> line() {
        var calendar = subject.cycle().calendar();
        var inputs = new ArrayList<>(scores.weeklyValues());
        keyResult.measure().weeks().stream()
                .map(reading -> said(
                        "dueOn",
                        reading.week(),
                        calendar.dueDate(reading.week()),
                        subject.cycleEvents().planned()))
                .forEach(inputs::add);
        inputs.add(subject.planned("endsOn", subject.cycle().endsOn()));
        inputs.addAll(scores.targets());
        return inputs;
    }

    private List<Long> added() {
        return subject.origins().added(keyResult.keyResultId());
    }

    private String self() {
        return subject.link(keyResult);
    }

    private static @Nullable BigDecimal of(@Nullable Forecast forecast, Function<Forecast, BigDecimal> figure) {
        return forecast == null ? null : figure.apply(forecast);
    }
}

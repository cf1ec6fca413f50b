package io.okrledger.query.explain;

import io.okrledger.log.EventLog;
import io.okrledger.query.cycles.Cycles;
import io.okrledger.query.explain.form.Explanation;
import io.okrledger.query.explain.form.Figures;
import io.okrledger.query.explain.numbers.CycleEvents;
import io.okrledger.query.explain.numbers.KeyResultNumbers;
import io.okrledger.query.explain.numbers.ObjectiveNumbers;
import io.okrledger.query.explain.numbers.Origins;
import io.okrledger.query.explain.numbers.Subject;
import io.okrledger.query.explain.numbers.WeekNumbers;
import io.okrledger.query.history.HistoryQueries;
import io.okrledger.query.http.problems.ProblemCode;
import io.okrledger.query.http.problems.Refusal;
import io.okrledger.query.objectives.facts.Objectives;
import io.okrledger.query.support.paging.Page;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

@Component
class ExplainQueries {

    private final Objectives objectives;
    private final Cycles cycles;
    private final HistoryQueries history;
    private final EventLog log;

    ExplainQueries(Objectives objectives, Cycles cycles, HistoryQueries history, EventLog log) {
        this.objectives = objectives;
        this.cycles = cycles;
        this.history = history;
        this.log = log;
    }

    @QueryHandler
    Page<Explanation> answer(ExplainObjective query) {
        return figures(subject(query), query).page(query.paging());
    }

    private static Figures figures(Subject subject, ExplainObjective query) {
        var keyResultId = query.keyResultId();
        if (keyResultId == null) {
            return ObjectiveNumbers.of(subject);
        }
        var keyResult = subject.objective()
                .keyResult(keyResultId)
                .orElseThrow(() -> Refusal.unknown(ProblemCode.UNKNOWN_KEY_RESULT, keyResultId));
        var week = query.week();
        return week == null
                ? KeyResultNumbers.of(subject, keyResult)
                : WeekNumbers.of(subject, keyResult, week)
                        .orElseThrow(() -> Refusal.unknown(ProblemCode.UNKNOWN_WEEK, week));
    }

    private Subject subject(ExplainObjective query) {
        var then = query.then();
        var objective = objectives
                .find(query.objectiveId(), then)
                .orElseThrow(() -> Refusal.unknown(ProblemCode.UNKNOWN_OBJECTIVE, query.objectiveId()));
        var cycle = cycles.get(objective.known().cycleId(), then);
        return new Subject(
                objective,
                cycle,
                then.instant(),
                new Origins(history.upTo(then.position(), query.objectiveId())),
                CycleEvents.of(log.stream(cycle.id(), 0), cycle.id(), then.position()),
                query.links());
    }
}

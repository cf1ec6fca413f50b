package io.okrledger.query.completion;

import io.okrledger.query.cadence.CadenceQueries;
import io.okrledger.query.cycles.Cycles;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

@Component
class CompletionQueries {

    private final CadenceQueries cadence;
    private final Cycles cycles;

    CompletionQueries(CadenceQueries cadence, Cycles cycles) {
        this.cadence = cadence;
        this.cycles = cycles;
    }

    @QueryHandler
    Completion answer(FindCompletion query) {
        var cycle = cycles.get(query.cycleId(), query.asOf());
        var reviews = cadence.reviews(cycle, query.teamId(), query.asOf()).toList();
        return new Analysis(cycle, reviews).completion();
    }
}

package io.okrledger.query.completion;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.okrledger.query.cadence.CadenceQueries;
import io.okrledger.query.cadence.Cell;
import io.okrledger.query.cadence.Review;
import io.okrledger.query.cadence.Summary;
import io.okrledger.query.cycles.CycleView;
import io.okrledger.query.cycles.Cycles;
import io.okrledger.query.objectives.facts.KnownKeyResult;
import io.okrledger.query.objectives.facts.ObjectiveFacts;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
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
        var units = reviews.stream()
                .filter(review -> isCounted(review.objective(), review.keyResult(), cycle))
                .map(Unit::of)
                .toList();
        return Completion.of(cycle.closedAt() == null, weeks(reviews.stream()), units);
    }

    /** In a closed cycle a key result counts once it is graded. */
    private static boolean isCounted(ObjectiveFacts objective, KnownKeyResult keyResult, CycleView cycle) {
        return !objective.abandoned() && keyResult.counts() && (cycle.closedAt() == null || keyResult.grade() != null);
    }

    private static List<Week> weeks(Stream<Review> reviews) {
        return reviews
                .flatMap(Review::cells)
                .collect(groupingBy(Cell::week, TreeMap::new, toList()))
                .entrySet()
                .stream()
                .map(week -> Week.of(Summary.of(week.getKey().toString(), week.getValue())))
                .toList();
    }
}

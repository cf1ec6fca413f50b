package io.okrledger.query.completion;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.okrledger.events.objective.KeyResultId;
import io.okrledger.query.cadence.CadenceQueries;
import io.okrledger.query.cadence.Cell;
import io.okrledger.query.cadence.Review;
import io.okrledger.query.cadence.Summary;
import io.okrledger.query.cycles.CycleView;
import io.okrledger.query.cycles.Cycles;
import io.okrledger.query.scoreboard.ScoreboardQueries;
import io.okrledger.query.scoreboard.ScoreboardView;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

@Component
class CompletionQueries {

    private final ScoreboardQueries scoreboard;
    private final CadenceQueries cadence;
    private final Cycles cycles;

    CompletionQueries(ScoreboardQueries scoreboard, CadenceQueries cadence, Cycles cycles) {
        this.scoreboard = scoreboard;
        this.cadence = cadence;
        this.cycles = cycles;
    }

    @QueryHandler
    Completion answer(FindCompletion query) {
        var cycle = cycles.get(query.cycleId(), query.asOf());
        var reviews = cadence.reviews(cycle, query.teamId(), query.asOf())
                .collect(toMap(review -> review.keyResult().keyResultId(), review -> review));
        var units = scoreboard.facts(query.cycleId(), query.teamId(), query.asOf()).stream()
                .flatMap(objective -> units(objective, reviews, cycle))
                .toList();
        return Completion.of(cycle.closedAt() == null, weeks(reviews.values().stream()), units);
    }

    /** In a closed cycle a key result counts once it is graded. */
    private static Stream<Unit> units(ScoreboardView objective, Map<KeyResultId, Review> reviews, CycleView cycle) {
        return objective.keyResults().stream()
                .filter(keyResult -> cycle.closedAt() == null || keyResult.grade() != null)
                .flatMap(keyResult -> Stream.ofNullable(reviews.get(keyResult.keyResultId()))
                        .map(review -> Unit.of(objective, keyResult, review, cycle)));
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

package io.okrledger.query.cadence;

import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import io.okrledger.events.person.PersonId;
import io.okrledger.events.team.TeamId;
import io.okrledger.query.cycles.CycleView;
import io.okrledger.query.cycles.Cycles;
import io.okrledger.query.objectives.facts.ObjectiveFacts;
import io.okrledger.query.objectives.facts.Objectives;
import io.okrledger.query.support.AsOf;
import io.okrledger.query.support.paging.Page;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class CadenceQueries {

    private final Objectives objectives;
    private final Cycles cycles;

    CadenceQueries(Objectives objectives, Cycles cycles) {
        this.objectives = objectives;
        this.cycles = cycles;
    }

    @QueryHandler
    Page<Cell> answer(ListCells query) {
        var cells = reviews(cycles.get(query.cycleId(), query.asOf()), query.teamId(), query.asOf())
                .flatMap(Review::cells)
                .filter(cell -> query.week() == null || cell.week().equals(query.week()))
                .filter(cell -> isOf(query.ownerId(), cell))
                .toList();
        return query.paging().pageOf(cells, Cell::place, naturalOrder());
    }

    @QueryHandler
    Page<Summary> answer(ListSummaries query) {
        record Keyed(String key, Cell cell) {}
        var groups = reviews(cycles.get(query.cycleId(), query.asOf()), null, query.asOf())
                .flatMap(review -> review.cells()
                        .map(cell ->
                                new Keyed(query.by().key().apply(review, cell).toString(), cell)))
                .collect(groupingBy(Keyed::key));
        var summaries = groups.entrySet().stream()
                .map(group -> Summary.of(
                        group.getKey(),
                        group.getValue().stream().map(Keyed::cell).toList()))
                .toList();
        return query.paging().pageOf(summaries, Summary::key, naturalOrder());
    }

    @QueryHandler
    Page<DueCheckIn> answer(ListDueCheckIns query) {
        var due = cycles.open(query.asOf()).stream()
                .flatMap(cycle -> reviews(cycle, query.teamId(), query.asOf()))
                .flatMap(review -> review.cells()
                        .filter(DueCheckIn::isDue)
                        .filter(cell -> isOf(query.ownerId(), cell))
                        .map(cell -> DueCheckIn.of(cell, review.keyResult())))
                .toList();
        return query.paging().pageOf(due, DueCheckIn::place, naturalOrder());
    }

    /** Every key result of a cycle, or of one team's objectives, with its weeks as seen then. */
    public Stream<Review> reviews(CycleView cycle, @Nullable TeamId teamId, AsOf asOf) {
        var weeks = CycleWeeks.of(cycle);
        return objectives.of(cycle.id(), teamId, asOf).stream()
                .flatMap(objective -> reviews(objective, weeks, asOf.instant()));
    }

    /** Every key result of these objectives, of whichever cycles, with its weeks as seen then. */
    public Stream<Review> reviews(Collection<String> objectiveIds, AsOf asOf) {
        var found = objectives.of(objectiveIds, asOf);
        var known = new HashMap<String, CycleWeeks>();
        cycles.of(found.stream().map(CadenceQueries::cycleId).collect(toSet()), asOf)
                .forEach((id, cycle) -> known.put(id, CycleWeeks.of(cycle)));
        return found.stream()
                .flatMap(objective -> Stream.ofNullable(known.get(cycleId(objective)))
                        .flatMap(weeks -> reviews(objective, weeks, asOf.instant())));
    }

    private static String cycleId(ObjectiveFacts objective) {
        return objective.known().cycleId().toString();
    }

    private static Stream<Review> reviews(ObjectiveFacts objective, CycleWeeks weeks, Instant asked) {
        return objective.keyResults().stream().map(keyResult -> new Review(objective, keyResult, weeks, asked));
    }

    private static boolean isOf(@Nullable PersonId owner, Cell cell) {
        return owner == null || owner.equals(cell.ownerId());
    }
}

package io.okrledger.query.cadence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import io.okrledger.events.person.PersonId;
import io.okrledger.events.team.TeamId;
import io.okrledger.query.cycles.CycleView;
import io.okrledger.query.cycles.Cycles;
import io.okrledger.query.support.AsOf;
import io.okrledger.query.support.Page;
import io.okrledger.query.support.ViewStore;
import io.okrledger.query.support.ViewStores;
import java.time.Instant;
import java.util.Collection;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class CadenceQueries {

    private final ViewStore<CadenceView> objectives;
    private final Cycles cycles;

    CadenceQueries(ViewStores stores, Cycles cycles) {
        this.objectives = CadenceProjection.open(stores);
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
        var inCycle = and(eq("cycleId", cycle.id()), ViewStore.where("teamId", teamId));
        return objectives.list(inCycle, asOf).stream().flatMap(objective -> reviews(objective, cycle, asOf.instant()));
    }

    /** Every key result of these objectives, of whichever cycles, with its weeks as seen at an instant by what is known now. */
    public Stream<Review> reviews(Collection<String> objectiveIds, Instant asked) {
        var found = objectives.list(ViewStore.whereAny("_id", objectiveIds));
        var known = cycles.of(
                found.stream().map(objective -> objective.cycleId().toString()).collect(toSet()));
        return found.stream()
                .flatMap(objective -> Stream.ofNullable(
                                known.get(objective.cycleId().toString()))
                        .flatMap(cycle -> reviews(objective, cycle, asked)));
    }

    private static Stream<Review> reviews(CadenceView objective, CycleView cycle, Instant asked) {
        return objective.keyResults().stream().map(keyResult -> new Review(objective, keyResult, cycle, asked));
    }

    private static boolean isOf(@Nullable PersonId owner, Cell cell) {
        return owner == null || owner.equals(cell.ownerId());
    }
}

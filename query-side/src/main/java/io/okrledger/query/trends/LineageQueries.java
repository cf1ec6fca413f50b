package io.okrledger.query.trends;

import static java.util.Comparator.naturalOrder;

import io.okrledger.events.objective.KeyResultId;
import io.okrledger.query.cycles.Cycles;
import io.okrledger.query.http.ProblemCode;
import io.okrledger.query.http.Refusal;
import io.okrledger.query.support.Page;
import io.okrledger.query.support.ViewStore;
import io.okrledger.query.support.ViewStores;
import io.okrledger.query.trends.figures.TrackedKeyResult;
import io.okrledger.query.trends.figures.TrendsView;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

@Component
class LineageQueries {

    private final ViewStore<TrendsView> objectives;
    private final Cycles cycles;

    LineageQueries(ViewStores stores, Cycles cycles) {
        this.objectives = TrendsProjection.open(stores);
        this.cycles = cycles;
    }

    /** A key result inside its objective. */
    private record Link(TrendsView objective, TrackedKeyResult keyResult) {

        static Optional<Link> of(TrendsView objective, KeyResultId keyResultId) {
            return objective.keyResult(keyResultId).map(keyResult -> new Link(objective, keyResult));
        }
    }

    @QueryHandler
    Page<Generation> answer(ListLineage query) {
        var objective = objectives
                .find(query.objectiveId().toString())
                .orElseThrow(() -> Refusal.unknown(ProblemCode.UNKNOWN_OBJECTIVE, query.objectiveId()));
        var asked = Link.of(objective, query.keyResultId())
                .orElseThrow(() -> Refusal.unknown(ProblemCode.UNKNOWN_KEY_RESULT, query.keyResultId()));
        var ancestors = Stream.iterate(ancestor(asked), Optional::isPresent, link -> link.flatMap(this::ancestor));
        var line = Stream.concat(ancestors.flatMap(Optional::stream), withDescendants(asked))
                .map(this::generation)
                .toList();
        return query.paging().pageOf(line, Generation::place, naturalOrder());
    }

    private Optional<Link> ancestor(Link link) {
        var objectiveId = link.objective().carriedFrom();
        var keyResultId = link.keyResult().carriedFrom();
        return objectiveId == null || keyResultId == null
                ? Optional.empty()
                : objectives.find(objectiveId.toString()).flatMap(objective -> Link.of(objective, keyResultId));
    }

    /** One may be carried over more than once. */
    private Stream<Link> withDescendants(Link link) {
        var heirs = objectives
                .list(ViewStore.where("carriedFrom", link.objective().id()))
                .stream()
                .flatMap(objective -> objective.keyResults().stream()
                        .filter(heir -> link.keyResult().keyResultId().equals(heir.carriedFrom()))
                        .map(heir -> new Link(objective, heir)));
        return Stream.concat(Stream.of(link), heirs.flatMap(this::withDescendants));
    }

    private Generation generation(Link link) {
        return Generation.of(
                link.objective(), link.keyResult(), cycles.get(link.objective().cycleId()));
    }
}

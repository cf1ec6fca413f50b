package io.okrledger.query.trends;

import static java.util.Comparator.naturalOrder;

import io.okrledger.events.objective.KeyResultId;
import io.okrledger.query.cycles.Cycles;
import io.okrledger.query.http.problems.ProblemCode;
import io.okrledger.query.http.problems.Refusal;
import io.okrledger.query.objectives.facts.KnownKeyResult;
import io.okrledger.query.objectives.facts.ObjectiveFacts;
import io.okrledger.query.objectives.facts.Objectives;
import io.okrledger.query.support.AsOf;
import io.okrledger.query.support.paging.Page;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

@Component
class LineageQueries {

    private final Objectives objectives;
    private final Cycles cycles;

    LineageQueries(Objectives objectives, Cycles cycles) {
        this.objectives = objectives;
        this.cycles = cycles;
    }

    /** A key result inside its objective. */
    private record Link(ObjectiveFacts objective, KnownKeyResult keyResult) {

        static Optional<Link> of(ObjectiveFacts objective, KeyResultId keyResultId) {
            return objective.keyResult(keyResultId).map(keyResult -> new Link(objective, keyResult));
        }
    }

    @QueryHandler
    Page<Generation> answer(ListLineage query) {
        var asOf = query.asOf();
        var objective = objectives
                .find(query.objectiveId(), asOf)
                .orElseThrow(() -> Refusal.unknown(ProblemCode.UNKNOWN_OBJECTIVE, query.objectiveId()));
        var asked = Link.of(objective, query.keyResultId())
                .orElseThrow(() -> Refusal.unknown(ProblemCode.UNKNOWN_KEY_RESULT, query.keyResultId()));
        var ancestors = Stream.iterate(
                ancestor(asked, asOf), Optional::isPresent, one -> one.flatMap(it -> ancestor(it, asOf)));
        var line = Stream.concat(ancestors.flatMap(Optional::stream), withDescendants(asked, asOf))
                .map(link -> Generation.of(
                        link.objective(),
                        link.keyResult(),
                        cycles.get(link.objective().known().cycleId(), asOf)))
                .toList();
        return query.paging().pageOf(line, Generation::place, naturalOrder());
    }

    private Optional<Link> ancestor(Link link, AsOf asOf) {
        var from = link.objective().known().carriedFrom();
        var keyResultId = link.keyResult().carriedFrom();
        return from == null || keyResultId == null
                ? Optional.empty()
                : objectives.find(from.objectiveId(), asOf).flatMap(objective -> Link.of(objective, keyResultId));
    }

    /** One may be carried over more than once. */
    private Stream<Link> withDescendants(Link link, AsOf asOf) {
        var heirs = objectives.carriedOverFrom(link.objective().id(), asOf).stream()
                .flatMap(objective -> objective.keyResults().stream()
                        .filter(heir -> link.keyResult().keyResultId().equals(heir.carriedFrom()))
                        .map(heir -> new Link(objective, heir)));
        return Stream.concat(Stream.of(link), heirs.flatMap(heir -> withDescendants(heir, asOf)));
    }
}

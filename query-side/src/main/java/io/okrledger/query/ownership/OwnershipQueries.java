package io.okrledger.query.ownership;

import static com.mongodb.client.model.Filters.and;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import io.okrledger.events.cycle.CycleId;
import io.okrledger.query.cadence.CadenceQueries;
import io.okrledger.query.cadence.Review;
import io.okrledger.query.cycles.CycleView;
import io.okrledger.query.cycles.Cycles;
import io.okrledger.query.http.problems.ProblemCode;
import io.okrledger.query.http.problems.Refusal;
import io.okrledger.query.support.AsOf;
import io.okrledger.query.support.paging.Page;
import io.okrledger.query.support.views.Conditions;
import io.okrledger.query.support.views.ViewStore;
import io.okrledger.query.support.views.ViewStores;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

@Component
class OwnershipQueries {

    private final ViewStore<OwnershipView> streams;
    private final ViewStore<TenureView> tenures;
    private final CadenceQueries cadence;
    private final Cycles cycles;

    OwnershipQueries(ViewStores stores, CadenceQueries cadence, Cycles cycles) {
        this.streams = OwnershipProjection.open(stores);
        this.tenures = OwnershipProjection.openTenures(stores);
        this.cadence = cadence;
        this.cycles = cycles;
    }

    @QueryHandler
    Page<Tenure> answer(ListTenures query) {
        var filter =
                and(Conditions.where("keyResultId", query.keyResultId()), Conditions.where("ownerId", query.ownerId()));
        var asOf = query.asOf();
        var page = tenures.page(filter, query.paging(), asOf);
        if (query.keyResultId() != null
                && page.items().isEmpty()
                && tenures.list(filter, asOf).isEmpty()) {
            throw Refusal.unknown(ProblemCode.UNKNOWN_KEY_RESULT, query.keyResultId());
        }
        var known = streams(page.items(), asOf);
        var laidDown = cycles(known.values(), asOf);
        var reviews = reviews(page.items(), asOf);
        return page.map(row -> {
            var stream = requireNonNull(known.get(row.stream()));
            return Tenure.of(row, stream, laidDown.get(String.valueOf(stream.cycleId())), reviews.get(row.subject()));
        });
    }

    private Map<String, OwnershipView> streams(List<TenureView> rows, AsOf asOf) {
        var ids = rows.stream().map(TenureView::stream).collect(Collectors.toSet());
        return streams.list(ids, asOf).stream().collect(toMap(OwnershipView::id, Function.identity()));
    }

    private Map<String, CycleView> cycles(Collection<OwnershipView> known, AsOf asOf) {
        var ids = known.stream()
                .map(OwnershipView::cycleId)
                .filter(Objects::nonNull)
                .map(CycleId::toString)
                .collect(Collectors.toSet());
        return cycles.of(ids, asOf);
    }

    private Map<String, Review> reviews(List<TenureView> rows, AsOf asOf) {
        var keyResults = rows.stream()
                .map(TenureView::keyResultId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var objectives = rows.stream()
                .filter(row -> row.keyResultId() != null)
                .map(TenureView::stream)
                .collect(Collectors.toSet());
        return cadence.reviews(objectives, asOf)
                .filter(review -> keyResults.contains(review.keyResult().keyResultId()))
                .collect(toMap(review -> review.keyResult().keyResultId().toString(), Function.identity()));
    }
}

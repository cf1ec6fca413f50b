package io.okrledger.embedded.plan;

import static java.util.stream.Collectors.toSet;

import de.bwaldvogel.mongo.backend.IndexKey;
import io.okrledger.embedded.order.OrderedValue;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One way to all documents that match a filter. */
record AccessPath(Candidate index, IndexBounds bounds, Delivery delivery) {

    static final Comparator<AccessPath> BY_MERIT = Comparator.comparing(AccessPath::isUnique)
            .thenComparing(path -> path.bounds.equalities())
            .thenComparing(path -> path.bounds.hasRange())
            .thenComparing(path -> path.delivery != Delivery.UNSORTED);

    private static final byte[] NULL = OrderedValue.ascending(null);

    static Stream<AccessPath> through(Candidate index, Conditions conditions, List<IndexKey> sort) {
        return index.multikey()
                ? conditions.ofEntries().stream()
                        .flatMap(bounds -> through(index, bounds, sort))
                        .filter(path -> path.bounds.areNarrow())
                : through(index, conditions.ofDocument(), sort);
    }

    private static Stream<AccessPath> through(Candidate index, Map<String, Bounds> bounds, List<IndexKey> sort) {
        var fields = index.shape().fields();
        if (index.shape().sparse() && !excludeNull(bounds.get(fields.get(0).getKey()))) {
            return Stream.empty();
        }
        var fixed = fields.stream()
                .map(IndexKey::getKey)
                .filter(field -> isOnePoint(bounds.get(field)))
                .collect(toSet());
        return Stream.of(new AccessPath(index, IndexBounds.of(fields, bounds), Delivery.of(sort, index, fixed)));
    }

    /** Whether no document without the field can match: a sparse index does not have those. */
    private static boolean excludeNull(@Nullable Bounds bounds) {
        return bounds != null && !bounds.contain(NULL);
    }

    private static boolean isOnePoint(@Nullable Bounds bounds) {
        return bounds != null && bounds.isOnePoint();
    }

    /** Whether each of its intervals holds one document at most. */
    boolean isUnique() {
        return index.unique() && bounds.equalities() == index.shape().fields().size();
    }

    Plan toPlan() {
        return new Plan(
                index,
                bounds.intervals(),
                delivery == Delivery.BACKWARDS,
                delivery != Delivery.UNSORTED,
                bounds.areNarrow(),
                isUnique(),
                false);
    }
}

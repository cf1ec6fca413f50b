package io.okrledger.embedded.index;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses the index for a query. */
public final class Planner {

    private static final String NATURAL = "$natural";

    private Planner() {}

    /**
     * The index that narrows the query best, by equality on most of its fields, then by a range; else one that
     * delivers the order; else the table of documents.
     *
     * @param sort may ask for {@code $natural}, which is the order of the table of documents
     * @param candidates the first is the table of documents itself
     */
    public static Plan plan(Document filter, @Nullable Document sort, List<Candidate> candidates) {
        var conditions = Conditions.of(filter);
        var order = sort == null ? List.<IndexKey>of() : SortOrder.fieldsOf(sort);
        if (order.stream().noneMatch(field -> field.getKey().equals(NATURAL))) {
            return plan(conditions, order, candidates);
        }
        return order.get(0).isAscending()
                ? plan(conditions, List.of(), candidates)
                : plan(conditions, List.of(new IndexKey("_id", false)), candidates.subList(0, 1));
    }

    private static Plan plan(Conditions conditions, List<IndexKey> sort, List<Candidate> candidates) {
        var byId = AccessPath.through(candidates.get(0), conditions, sort).findFirst();
        if (byId.isPresent() && byId.get().isUnique()) {
            return byId.get().toPlan(); // Nothing is better, and nothing is asked more often.
        }
        return candidates.stream()
                .flatMap(index -> AccessPath.through(index, conditions, sort))
                .max(AccessPath.BY_MERIT)
                .orElseThrow()
                .toPlan();
    }
}

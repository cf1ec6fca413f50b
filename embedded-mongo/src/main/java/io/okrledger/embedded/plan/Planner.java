package io.okrledger.embedded.plan;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import io.okrledger.embedded.index.SortOrder;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses the index for a query. */
public final class Planner {

    private static final String NATURAL = "$natural";
    private static final String ID = "_id";

    private Planner() {}

    /**
     * The index that narrows the query best, by equality on most of its fields, then by a range; else one that
     * delivers the order; else the table of documents.
     *
     * @param sort may ask for {@code $natural}, which is the order of the table of documents
     * @param candidates the first is the table of documents itself
     */
    public static Plan plan(Document filter, @Nullable Document sort, List<Candidate> candidates) {
        var id = oneId(filter);
        return id == null
                ? among(filter, sort, candidates)
                : byId(id, filter.size() == 1 && filter.containsKey(ID), candidates.get(0));
    }

    /** Nothing is better than the one {@code _id}, and nothing is asked more often, alone or with other conditions. */
    private static @Nullable Object oneId(Document filter) {
        var id = filter.get(ID);
        if (id != null) {
            return id instanceof Document || !Comparison.isPoint(id) ? null : id;
        }
        if (filter.get(Conditions.AND) instanceof Collection<?> all) {
            for (var part : all) {
                var ofPart = part instanceof Document document ? oneId(document) : null;
                if (ofPart != null) {
                    return ofPart;
                }
            }
        }
        return null;
    }

    private static Plan byId(Object id, boolean exact, Candidate table) {
        return new Plan(table, Bounds.point(id).intervals(), false, true, true, true, exact);
    }

    private static Plan among(Document filter, @Nullable Document sort, List<Candidate> candidates) {
        var conditions = Conditions.of(filter);
        var order = sort == null ? List.<IndexKey>of() : SortOrder.fieldsOf(sort);
        if (order.stream().noneMatch(field -> field.getKey().equals(NATURAL))) {
            return plan(conditions, order, candidates);
        }
        return order.get(0).isAscending()
                ? plan(conditions, List.of(), candidates)
                : plan(conditions, List.of(new IndexKey(ID, false)), candidates.subList(0, 1));
    }

    private static Plan plan(Conditions conditions, List<IndexKey> sort, List<Candidate> candidates) {
        var byId = AccessPath.through(candidates.get(0), conditions, sort).findFirst();
        if (byId.isPresent() && byId.get().isUnique()) {
            return byId.get().toPlan();
        }
        return candidates.stream()
                .flatMap(index -> AccessPath.through(index, conditions, sort))
                .max(AccessPath.BY_MERIT)
                .orElseThrow()
                .toPlan();
    }
}

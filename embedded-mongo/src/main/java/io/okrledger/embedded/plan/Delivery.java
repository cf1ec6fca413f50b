package io.okrledger.embedded.plan;

import de.bwaldvogel.mongo.backend.IndexKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** How to walk through an index to get documents in the order that was asked for. */
enum Delivery {
    FORWARDS,
    BACKWARDS,
    UNSORTED;

    /** @param fixed the fields that have one and the same value in all documents that match */
    static Delivery of(List<IndexKey> sort, Candidate index, Set<String> fixed) {
        if (sort.isEmpty()) {
            return FORWARDS;
        }
        if (index.multikey()) {
            return UNSORTED;
        }
        return of(without(fixed, sort), without(fixed, orderOf(index)));
    }

    private static List<IndexKey> orderOf(Candidate index) {
        var order = new ArrayList<>(index.shape().fields());
        if (!index.unique()) {
            order.add(new IndexKey("_id", true));
        }
        return order;
    }

    private static List<IndexKey> without(Set<String> fixed, List<IndexKey> fields) {
        return fields.stream().filter(field -> !fixed.contains(field.getKey())).toList();
    }

    private static Delivery of(List<IndexKey> asked, List<IndexKey> given) {
        // No two entries are equal in all that orders an index: what is asked beyond that changes nothing.
        var decisive = Math.min(asked.size(), given.size());
        var backwards =
                decisive > 0 && asked.get(0).isAscending() != given.get(0).isAscending();
        for (var i = 0; i < decisive; i++) {
            var inverted = asked.get(i).isAscending() != given.get(i).isAscending();
            if (inverted != backwards
                    || !asked.get(i).getKey().equals(given.get(i).getKey())) {
                return UNSORTED;
            }
        }
        return backwards ? BACKWARDS : FORWARDS;
    }
}

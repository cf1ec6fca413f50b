package io.okrledger.embedded.collection;

import de.bwaldvogel.mongo.bson.Document;
import io.okrledger.embedded.plan.Plan;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once of each kind of query that no index serves it, for the person who can make one. */
final class UnservedQueries {

    private static final Logger LOG = LoggerFactory.getLogger(UnservedQueries.class);

    /** Below this it does not matter. */
    private static final int FEW_DOCUMENTS = 1_000;

    private static final int MOST_KINDS = 100;

    private final String collection;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    UnservedQueries(String collection) {
        this.collection = collection;
    }

    void note(Query query, Plan plan, long size) {
        if (size < FEW_DOCUMENTS || isServed(query, plan) || told.size() >= MOST_KINDS) {
            return;
        }
        var kind = "filter " + fields(query.filter()) + ", sort " + fields(query.sort());
        if (told.add(kind)) {
            LOG.warn("No index of {} serves the query ({}): it reads all {} documents", collection, kind, size);
        }
    }

    private static boolean isServed(Query query, Plan plan) {
        return plan.narrowed() || (query.filter().isEmpty() && plan.sorted());
    }

    private static Set<String> fields(@Nullable Document document) {
        return document == null ? Set.of() : document.keySet();
    }
}

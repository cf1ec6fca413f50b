package io.okrledger.embedded.collection;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a collection.
 *
 * @param limit 0 or less for all
 */
public record Query(Document filter, @Nullable Document sort, int skip, int limit) {

    public Query {
        limit = Math.max(0, limit);
    }

    public static Query all(Document filter) {
        return new Query(filter, null, 0, 0);
    }
}

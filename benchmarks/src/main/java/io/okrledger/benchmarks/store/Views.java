package io.okrledger.benchmarks.store;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.random.RandomGenerator;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;

/** Documents that are written over and over under a fixed set of ids, as projections do. */
final class Views {

    private static final int IDS = 20_000;
    private static final String TEXT = "x".repeat(540);

    private Views() {}

    static int upsert(Store store, RandomGenerator random, int count) {
        var writes = random.longs(0, IDS)
                .distinct()
                .limit(count)
                .mapToObj(id -> upsert(id, random.nextInt()))
                .toList();
        store.collection("views").bulkWrite(writes, new BulkWriteOptions().ordered(false));
        return count;
    }

    /** Guarded by a position as the views are, with a guard that always lets it pass. */
    private static ReplaceOneModel<BsonDocument> upsert(long id, int position) {
        var document = new BsonDocument("_id", new BsonInt64(id))
                .append("pos", new BsonInt64(position))
                .append("text", new BsonString(TEXT));
        var guard = Filters.and(Filters.eq("_id", id), Filters.lt("pos", Long.MAX_VALUE));
        return new ReplaceOneModel<>(guard, document, new ReplaceOptions().upsert(true));
    }
}

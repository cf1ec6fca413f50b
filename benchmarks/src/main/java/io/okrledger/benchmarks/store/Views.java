package io.okrledger.benchmarks.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.function.LongFunction;
import java.util.random.RandomGenerator;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.conversions.Bson;

/** Documents that are written over and over under a fixed set of ids, as projections do. */
final class Views {

    private static final int IDS = 20_000;
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);
    private static final String TEXT = "x".repeat(540);

    private Views() {}

    /** Each by its id alone. */
    static int upsert(Store store, RandomGenerator random, int count) {
        return upsert(store, random, count, id -> eq("_id", id));
    }

    /** Each guarded by a position, as those of the projections are; this guard lets everything pass. */
    static int upsertGuarded(Store store, RandomGenerator random, int count) {
        return upsert(store, random, count, id -> and(eq("_id", id), lt("pos", Long.MAX_VALUE)));
    }

    private static int upsert(Store store, RandomGenerator random, int count, LongFunction<Bson> guard) {
        var writes = random.longs(0, IDS)
                .distinct()
                .limit(count)
                .mapToObj(id -> new ReplaceOneModel<>(guard.apply(id), view(id, random.nextInt()), UPSERT))
                .toList();
        store.collection("views").bulkWrite(writes, new BulkWriteOptions().ordered(false));
        return count;
    }

    private static BsonDocument view(long id, int position) {
        return new BsonDocument("_id", new BsonInt64(id))
                .append("pos", new BsonInt64(position))
                .append("text", new BsonString(TEXT));
    }
}

package io.okrledger.query.support;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoNamespace;
import com.mongodb.ServerAddress;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** A database that is a map, for ten thousand histories: it understands what a store asks for, and nothing else. */
final class MapDatabase {

    private static final int DUPLICATE_KEY = 11000;

    private final boolean guarded;
    private final Map<String, Map<String, BsonDocument>> collections = new TreeMap<>();

    private MapDatabase(boolean guarded) {
        this.guarded = guarded;
    }

    /** What is written is there, whatever was there before and whatever the condition. */
    static MapDatabase plain() {
        return new MapDatabase(false);
    }

    /** What is written is there if there was none yet, or its condition holds; else its key is there already. */
    static MapDatabase guarded() {
        return new MapDatabase(true);
    }

    MongoDatabase seen() {
        return as(MongoDatabase.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getCollection" -> collection((String) arguments[0]);
            default -> throw new UnsupportedOperationException(method.toString());
        });
    }

    /** The documents of each collection by their ids. */
    Map<String, Map<String, BsonDocument>> documents() {
        return collections;
    }

    void clear() {
        collections.values().forEach(Map::clear);
    }

    private MongoCollection<?> collection(String name) {
        var documents = collections.computeIfAbsent(name, none -> new TreeMap<>());
        return as(MongoCollection.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "withCodecRegistry", "withWriteConcern" -> proxy;
            case "createIndex" -> "index";
            case "getNamespace" -> new MongoNamespace("map", name);
            case "find" ->
                found(part((Bson) arguments[0], "_id").getDocument("_id").getArray("$in").stream()
                        .map(id -> documents.get(id.asString().getValue()))
                        .filter(Objects::nonNull)
                        .toList());
            case "bulkWrite" -> write(documents, (List<?>) arguments[0]);
            default -> throw new UnsupportedOperationException(method.toString());
        });
    }

    private @Nullable Object write(Map<String, BsonDocument> documents, List<?> writes) {
        var errors = new ArrayList<BulkWriteError>();
        for (var write : writes) {
            var replacing = write instanceof ReplaceOneModel<?> replacement ? replacement : null;
            var document = (BsonDocument)
                    (replacing == null ? ((InsertOneModel<?>) write).getDocument() : replacing.getReplacement());
            var id = document.getString("_id").getValue();
            var before = documents.get(id);
            if (!guarded || before == null || (replacing != null && holds(replacing, before))) {
                documents.put(id, document);
            } else {
                errors.add(new BulkWriteError(DUPLICATE_KEY, "duplicate key", new BsonDocument(), errors.size()));
            }
        }
        if (!errors.isEmpty()) {
            throw new MongoBulkWriteException(
                    BulkWriteResult.unacknowledged(), errors, null, new ServerAddress(), Set.of());
        }
        return null;
    }

    private static boolean holds(ReplaceOneModel<?> replacing, BsonDocument before) {
        var newest = part(replacing.getFilter(), "pos").getDocument("pos").getInt64("$lt");
        return before.getInt64("pos").compareTo(newest) < 0;
    }

    @SuppressWarnings("unchecked") // Who asks for documents takes documents.
    private static FindIterable<?> found(List<BsonDocument> documents) {
        return as(FindIterable.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "batchSize" -> proxy;
            case "forEach" -> {
                documents.forEach((Consumer<BsonDocument>) arguments[0]);
                yield null;
            }
            default -> throw new UnsupportedOperationException(method.toString());
        });
    }

    private static BsonDocument part(Bson filter, String field) {
        return filter.toBsonDocument().getArray("$and").stream()
                .map(BsonValue::asDocument)
                .filter(part -> part.containsKey(field))
                .findFirst()
                .orElseThrow();
    }

    private static <T> T as(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}

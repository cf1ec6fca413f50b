package io.okrledger.embedded.crash;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Sends each command to a store, and returns when it is acknowledged. */
final class Sender implements Target {

    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> shared;
    private final MongoCollection<Document> own;

    Sender(MongoDatabase database, int writer) {
        shared = database.getCollection("shared");
        own = database.getCollection("own-" + writer);
    }

    void createSharedIndexes() {
        shared.createIndex(ascending("key"), new IndexOptions().unique(true));
        shared.createIndex(ascending("tags", "version"));
        shared.createIndex(ascending("rank"));
    }

    private MongoCollection<Document> in(Place place) {
        return place == Place.SHARED ? shared : own;
    }

    @Override
    public void insert(Place place, List<Document> documents) {
        if (documents.size() == 1) {
            in(place).insertOne(documents.get(0));
        } else {
            in(place).insertMany(documents);
        }
    }

    @Override
    public void replace(Place place, Document document) {
        in(place).replaceOne(eq(document.get("_id")), document);
    }

    @Override
    public void upsert(Place place, List<Document> documents) {
        in(place)
                .bulkWrite(documents.stream()
                        .map(document -> new ReplaceOneModel<>(eq(document.get("_id")), document, UPSERT))
                        .toList());
    }

    @Override
    public void age(Place place, long from, long to) {
        in(place).updateMany(between(from, to), Updates.inc("version", 1));
    }

    @Override
    public void delete(Place place, long from, long to) {
        in(place).deleteMany(between(from, to));
    }

    private static Bson between(long from, long to) {
        return and(gte("_id", from), lt("_id", to));
    }

    @Override
    public void createIndex(String field, boolean unique) {
        own.createIndex(ascending(field), new IndexOptions().name(field).unique(unique));
    }

    @Override
    public void dropIndexes() {
        own.dropIndexes();
    }

    @Override
    public void dropCollection() {
        own.drop();
    }

    /** What the store holds of the writer that has these ids. */
    Expected holds(Script script) {
        var held = new Expected();
        for (var place : Place.values()) {
            held.insert(
                    place,
                    in(place).find(between(script.firstId(), script.endOfIds())).into(new ArrayList<>()));
        }
        var indexes = new TreeSet<String>();
        own.listIndexes().map(index -> index.getString("name")).into(indexes);
        indexes.remove("_id_");
        indexes.forEach(index -> held.createIndex(index, false));
        return held;
    }
}

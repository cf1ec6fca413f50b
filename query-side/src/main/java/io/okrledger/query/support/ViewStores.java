package io.okrledger.query.support;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/** Opens the collections of the read models. */
@Component
public final class ViewStores {

    private final MongoDatabase database;
    private final Map<String, String> shapes = new ConcurrentHashMap<>();

    /** Over the database in which all read models are kept. */
    public ViewStores(MongoDatabase database) {
        this.database = database;
    }

    /**
     * The store of one kind of document; asking again with the same arguments is cheap and harmless.
     *
     * @param collection the processing group of the projection that writes it, or that and a dash and what it holds
     * @param indexes what its queries filter and sort by; paging needs an index on the filtered fields and {@code _id}
     */
    public <V extends Record & View> ViewStore<V> open(String collection, Class<V> type, Bson... indexes) {
        return new ViewStore<>(documents(collection, type, indexes), null, type);
    }

    /**
     * The same of documents whose former versions are kept too, so that an {@link AsOf} can be asked for.
     *
     * @param filters the fields by which its queries filter
     */
    public <V extends Record & View> ViewStore<V> openToLookBack(String collection, Class<V> type, String... filters) {
        var current = documents(
                collection,
                type,
                Stream.of(filters).map(field -> ascending(field, "_id")).toArray(Bson[]::new));
        var former = documents(
                collection + "-versions",
                type,
                Stream.concat(Stream.of(Versions.OF), Stream.of(filters))
                        .map(field -> ascending(field, Versions.NODE))
                        .toArray(Bson[]::new));
        return new ViewStore<>(current, new Versions(current, former), type);
    }

    private MongoCollection<BsonDocument> documents(String collection, Class<? extends Record> type, Bson... indexes) {
        // A token must never outlive the documents that it stands for, so those survive a failover first. The journal
        // keeps the order of writes: what is in it when the token is, is soon enough.
        var documents = database.getCollection(collection, BsonDocument.class)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(false));
        for (var index : indexes) {
            documents.createIndex(index);
        }
        shapes.put(collection, Shape.of(type));
        return documents;
    }

    /** Whether it is the store, and not the asking, that failed. */
    public static boolean failed(Throwable failure) {
        return failure instanceof MongoException;
    }

    /** The {@link Shape} of the documents of each collection that is open. */
    Map<String, String> shapes() {
        return Map.copyOf(shapes);
    }
}

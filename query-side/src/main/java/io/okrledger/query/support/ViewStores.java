package io.okrledger.query.support;

import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoDatabase;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
        // A token must never outlive the documents that it stands for, so those survive a failover first.
        var documents = database.getCollection(collection, BsonDocument.class).withWriteConcern(WriteConcern.MAJORITY);
        for (var index : indexes) {
            documents.createIndex(index);
        }
        shapes.put(collection, Shape.of(type));
        return new ViewStore<>(documents, type);
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

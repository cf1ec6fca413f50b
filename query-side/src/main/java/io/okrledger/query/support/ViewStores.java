package io.okrledger.query.support;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoDatabase;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/** Opens the collections of the read models. */
@Component
public final class ViewStores {

    private final MongoDatabase database;

    /** Over the database in which all read models are kept. */
    public ViewStores(MongoDatabase database) {
        this.database = database;
    }

    /**
     * The store of one kind of document; asking again with the same arguments is cheap and harmless.
     *
     * @param collection the name of the model, in kebab-case
     * @param indexes what its queries filter and sort by; paging needs an index on the filtered fields and {@code _id}
     */
    public <V extends View> ViewStore<V> open(String collection, Class<V> type, Bson... indexes) {
        // A token must never outlive the documents that it stands for, so those survive a failover first.
        var documents = database.getCollection(collection, BsonDocument.class).withWriteConcern(WriteConcern.MAJORITY);
        for (var index : indexes) {
            documents.createIndex(index);
        }
        return new ViewStore<>(documents, type);
    }
}

package io.okrledger.query.support.views;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import org.springframework.stereotype.Component;

/** A second database, on the same server, for what nobody is served from. */
@Component
public final class Scratch {

    private final MongoDatabase database;

    Scratch(MongoClient client, MongoDatabase served) {
        database = client.getDatabase(served.getName() + "-scratch");
    }

    public ViewStores stores() {
        return new ViewStores(database);
    }

    /** Throws away all that is in it. */
    public void clear() {
        database.drop();
    }
}

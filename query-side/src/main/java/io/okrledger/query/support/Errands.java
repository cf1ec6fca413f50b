package io.okrledger.query.support;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Gives out {@link Errand}s by their names. */
@Component
public final class Errands {

    private final MongoDatabase database;

    Errands(MongoDatabase database) {
        this.database = database;
    }

    public Errand named(String name) {
        // Who is silent is silent by the time of day, even where the events' clock stands still.
        return new Errand(database, name, Clock.systemUTC());
    }
}

package io.okrledger.benchmarks.log;

import com.mongodb.client.MongoDatabase;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.MongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.MongoEventStorageEngine;

/** The event store of Axon's MongoDB extension with a document for each event, which is its default, and the concerns of the database. */
record AxonMongo(MongoTemplate template, EventStorageEngine engine) implements Contestant {

    static AxonMongo in(MongoDatabase database) {
        var template = DefaultMongoTemplate.builder().mongoDatabase(database).build();
        var engine = MongoEventStorageEngine.builder()
                .mongoTemplate(template)
                .eventSerializer(CheckIns.SERIALIZER)
                .snapshotSerializer(CheckIns.SERIALIZER)
                .batchSize(PAGE)
                .build();
        return new AxonMongo(template, engine);
    }

    @Override
    public long count() {
        return template.eventCollection().countDocuments();
    }

    @Override
    public void close() {}
}

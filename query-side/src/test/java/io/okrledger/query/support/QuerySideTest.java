package io.okrledger.query.support;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.okrledger.embedded.EmbeddedMongo;
import io.okrledger.query.QuerySideApplication;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

/** The whole query side on an empty in-memory store, with a {@link TestLedger} to fill the log and a MockMvc to ask. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = QuerySideApplication.class, properties = "okr.projections.rollout-interval=100ms")
@AutoConfigureMockMvc
@DirtiesContext
@Import(QuerySideTest.Store.class)
public @interface QuerySideTest {

    /** Not annotated, so that it is there when it is imported, and not when packages are scanned. */
    class Store {

        @Bean
        EmbeddedMongo embeddedMongo() {
            return EmbeddedMongo.inMemory();
        }

        @Bean
        MongoClient mongoClient(EmbeddedMongo mongo) {
            return MongoClients.create(mongo.connectionString());
        }

        @Bean
        MongoDatabase mongoDatabase(MongoClient client) {
            return client.getDatabase("okr-ledger");
        }

        @Bean
        TestLedger testLedger(EventStore events) {
            return new TestLedger(events);
        }
    }
}

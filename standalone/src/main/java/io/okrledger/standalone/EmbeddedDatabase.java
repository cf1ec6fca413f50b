package io.okrledger.standalone;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.okrledger.embedded.EmbeddedMongo;
import io.okrledger.log.tokens.MongoTokenStore;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** The embedded store as the database of both sides, when no other is named. */
@Configuration(proxyBeanMethods = false)
@Conditional(EmbeddedDatabase.NoServerIsNamed.class)
@Import(EmbeddedStore.class)
class EmbeddedDatabase {

    /** The one that a side takes when its URI names none. */
    private static final String NAME = "okr-ledger";

    @Bean
    MongoClient mongoClient(EmbeddedMongo store) {
        return MongoClients.create(store.connectionString());
    }

    /** Whoever opens the directory is alone in it, so that after a crash nobody has to wait for the dead. */
    @Bean
    MongoDatabase mongoDatabase(MongoClient client) {
        var database = client.getDatabase(NAME);
        MongoTokenStore.forgetNodes(database);
        return database;
    }

    @Bean
    BackupEndpoint backupEndpoint(
            EmbeddedMongo store, Clock clock, @Value("${okr.backup-dir:${okr.data-dir}-backups}") String directory) {
        return new BackupEndpoint(
                store, clock, Path.of(directory).toAbsolutePath().normalize());
    }

    static final class NoServerIsNamed implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !StringUtils.hasText(context.getEnvironment().getProperty("okr.mongodb.uri"));
        }
    }
}

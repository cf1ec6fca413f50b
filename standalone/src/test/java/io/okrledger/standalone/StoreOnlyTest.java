package io.okrledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClients;
import io.okrledger.embedded.EmbeddedMongo;
import java.nio.file.Path;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

class StoreOnlyTest {

    @TempDir
    Path directory;

    @Test
    void servesTheDirectoryUntilItIsStopped() {
        var document = new Document("_id", 1);
        try (var application = serve()) {
            assertThat(application.containsBean("mongoDatabase")).isFalse();
            try (var client =
                    MongoClients.create(application.getBean(EmbeddedMongo.class).connectionString())) {
                client.getDatabase("okr").getCollection("notes").insertOne(document);
            }
            assertThatThrownBy(this::serve).hasMessageContaining("is in use by another process");
        }
        try (var store = EmbeddedMongo.open(directory);
                var client = MongoClients.create(store.connectionString())) {
            assertThat(client.getDatabase("okr").getCollection("notes").find()).containsExactly(document);
        }
    }

    private ConfigurableApplicationContext serve() {
        return StandaloneApplication.start("--okr.serve=store", "--okr.data-dir=" + directory);
    }
}

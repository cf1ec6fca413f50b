package io.okrledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClients;
import io.okrledger.embedded.EmbeddedMongo;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
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

    /** Whatever threads the store has, a process of its own ends only when somebody ends it. */
    @Test
    void goesOnInAProcessOfItsOwn() throws Exception {
        try (var child = Child.start(StandaloneApplication.class, "--okr.serve=store", "--okr.data-dir=" + directory)) {
            child.await(Pattern.compile(".*The store is at (mongodb://\\S+).*"));
            assertThat(child.process().waitFor(2, TimeUnit.SECONDS)).isFalse();
        }
    }

    private ConfigurableApplicationContext serve() {
        return StandaloneApplication.start("--okr.serve=store", "--okr.data-dir=" + directory);
    }
}

package io.okrledger.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import io.okrledger.embedded.EmbeddedMongo;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReopenedLogTest {

    @TempDir
    Path directory;

    /** The embedded store finds its indexes in another order each time that it is opened. */
    @Test
    void isFoundWhicheverIndexNoticesThatItIsThere() {
        for (var opening = 0; opening < 12; opening++) {
            try (var store = EmbeddedMongo.open(directory);
                    var client = MongoClients.create(store.connectionString());
                    var log = new EventLog(client.getDatabase("log"), Clock.systemUTC())) {
                assertThat(log.head()).isZero();
                assertThat(client.getDatabase("log")
                                .getCollection(Commits.COLLECTION)
                                .countDocuments())
                        .isOne();
            }
        }
    }
}

package io.okrledger.query.support.views;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.okrledger.embedded.EmbeddedMongo;
import io.okrledger.query.support.Fact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.Test;

class WriteOrderTest {

    private static final Fact FACT =
            new Fact(1, Instant.EPOCH, Instant.EPOCH, false, "event", 0, "ada", null, null, null, null);

    record Row(String id) implements View {}

    @Test
    void writesWhatIsToGoFirstBeforeWhatWasTouchedLater() {
        assertThat(written(true)).containsExactly("rows", "states");
    }

    @Test
    void writesInTheOrderOfTouchOtherwise() {
        assertThat(written(false)).containsExactly("states", "rows");
    }

    private static List<String> written(boolean rowsFirst) {
        var updates = new ArrayList<String>();
        try (var mongo = EmbeddedMongo.inMemory();
                var client = MongoClients.create(settings(mongo, updates))) {
            var stores = new ViewStores(client.getDatabase("order"));
            var rows = stores.open("rows", Row.class);
            var states = stores.open("states", Row.class);
            DefaultUnitOfWork.startAndGet(GenericMessage.asMessage("batch")).execute(() -> {
                if (rowsFirst) {
                    rows.goFirst();
                }
                states.append(FACT, new Row("state"));
                rows.append(FACT, new Row("row"));
            });
        }
        return updates;
    }

    private static MongoClientSettings settings(EmbeddedMongo mongo, List<String> updates) {
        return MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(mongo.connectionString()))
                .addCommandListener(new CommandListener() {
                    @Override
                    public void commandStarted(CommandStartedEvent event) {
                        if (event.getCommandName().equals("update")) {
                            updates.add(event.getCommand().getString("update").getValue());
                        }
                    }
                })
                .build();
    }
}

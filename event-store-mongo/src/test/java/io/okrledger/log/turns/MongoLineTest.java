package io.okrledger.log.turns;

import static org.assertj.core.api.Assertions.assertThat;

import io.okrledger.log.AtOnce;
import io.okrledger.log.Store;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MongoLineTest {

    private static final int PROCESSES = 4;
    private static final int TURNS = 25;

    @TempDir
    Path directory;

    @Test
    void nobodyComesBetweenALookAndAChange() throws Exception {
        try (var store = Store.embedded(directory)) {
            AtOnce.run(PROCESSES, process -> {
                var line = new MongoLine(store.database());
                for (var turn = 0; turn < TURNS; turn++) {
                    line.change(it -> new Line(it.version() + 1, List.of("process " + process)));
                }
            });

            var line = new MongoLine(store.database()).change(it -> it);

            assertThat(line.version()).isEqualTo(PROCESSES * TURNS);
            assertThat(line.first()).startsWith("process ");
        }
    }
}

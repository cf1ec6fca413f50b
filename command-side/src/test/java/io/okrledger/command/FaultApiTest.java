package io.okrledger.command;

import io.okrledger.log.EventLog;
import io.okrledger.log.NewCommit;
import io.okrledger.log.StoredEvent;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What no door of the product lets happen, and still has an answer that says nothing of the inside. */
class FaultApiTest extends Api {

    /** Is found like every door of the command side, so that all its tests share one application. */
    @Hidden
    @RestController
    static class Doors {

        private final EventLog log;

        Doors(EventLog log) {
            this.log = log;
        }

        @PostMapping("/too-large")
        void appendTooMuch() {
            log.append(new NewCommit(LongStream.rangeClosed(0, EventLog.MAX_EVENTS)
                    .mapToObj(Doors::event)
                    .toList()));
        }

        @PostMapping("/fault")
        void fail() {
            throw new IllegalStateException("This is not for callers");
        }

        private static StoredEvent event(long sequence) {
            var nothing = "{}".getBytes(StandardCharsets.UTF_8);
            var id = UUID.randomUUID().toString();
            return new StoredEvent(
                    id, "stream", "thing", sequence, "thing.happened", 1, Instant.EPOCH, nothing, nothing);
        }
    }

    @Test
    void refusesACommitThatIsTooLarge() {
        assertRefused("POST", "/too-large", "{}", 413, "commit-too-large");
    }

    @Test
    void keepsWhatWentWrongInsideToItself() {
        assertRefused("POST", "/fault", "{}", 500, "internal-error");
    }
}

package io.okrledger.standalone;

import io.okrledger.embedded.EmbeddedMongo;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/** {@code POST /actuator/backup}: a copy of the store, while it is running. */
@Endpoint(id = "backup")
final class BackupEndpoint {

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss-SSS'Z'").withZone(ZoneOffset.UTC);

    private final EmbeddedMongo store;
    private final Clock clock;
    private final Path directory;

    BackupEndpoint(EmbeddedMongo store, Clock clock, Path directory) {
        this.store = store;
        this.clock = clock;
        this.directory = directory;
    }

    @WriteOperation
    Map<String, String> backUp() {
        var copy = directory.resolve(NAME.format(clock.instant()));
        store.copyTo(copy);
        return Map.of("directory", copy.toString());
    }
}

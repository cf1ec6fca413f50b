package io.okrledger.standalone;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;
import static org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON;

import io.okrledger.embedded.EmbeddedMongo;
import io.okrledger.embedded.StoreUnavailableException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** {@code POST /actuator/backup}: a copy of the store, while it is running, or the sentence that says why there is none. */
@WebEndpoint(id = "backup")
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
    WebEndpointResponse<Object> backUp() {
        var copy = directory.resolve(NAME.format(clock.instant()));
        try {
            store.copyTo(copy);
            return new WebEndpointResponse<>(Map.of("directory", copy.toString()));
        } catch (IllegalArgumentException e) {
            return refusal(CONFLICT, e);
        } catch (StoreUnavailableException e) {
            return refusal(SERVICE_UNAVAILABLE, e);
        }
    }

    private static WebEndpointResponse<Object> refusal(HttpStatus status, RuntimeException why) {
        var problem = ProblemDetail.forStatusAndDetail(status, why.getMessage());
        return new WebEndpointResponse<>(problem, status.value(), APPLICATION_PROBLEM_JSON);
    }
}

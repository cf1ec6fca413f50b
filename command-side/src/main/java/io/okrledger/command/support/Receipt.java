package io.okrledger.command.support;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.okrledger.command.support.requests.Version;
import io.okrledger.log.Commit;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a command did.
 *
 * @param id the thing that it made, if it made one
 * @param version the version of the aggregate afterwards
 * @param position a model that has reached this position of the log shows the change
 * @param replayed whether the command had happened before, under the same idempotency key
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Receipt(
        @Nullable String id,
        long version,
        long position,
        @JsonIgnore boolean replayed) {

    static Receipt of(Commit commit, @Nullable String id, boolean replayed) {
        return new Receipt(id, commit.streams().get(0).to(), commit.lastPosition(), replayed);
    }

    /** 201 with the place of the thing that was made. */
    public ResponseEntity<Receipt> created(String path, Object... variables) {
        return ResponseEntity.created(location(path, variables))
                .headers(this::describe)
                .body(this);
    }

    /** 200: changed, or already as asked. */
    public ResponseEntity<Receipt> changed() {
        return ResponseEntity.ok().headers(this::describe).body(this);
    }

    private URI location(String path, Object... variables) {
        return UriComponentsBuilder.fromPath(path)
                .pathSegment(String.valueOf(id))
                .build(variables);
    }

    private void describe(HttpHeaders headers) {
        headers.setETag(Version.entityTag(version));
        headers.set("OKR-Position", String.valueOf(position));
        if (replayed) {
            headers.set("Idempotency-Replayed", "true");
        }
    }
}

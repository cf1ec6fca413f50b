package io.okrledger.query.audit;

import io.okrledger.query.http.Answers;
import io.okrledger.query.http.Queries;
import io.okrledger.query.http.asked.Pin;
import io.okrledger.query.http.asked.Position;
import io.okrledger.query.support.paging.Limit;
import io.okrledger.query.support.paging.Page;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Answers
class EventController {

    private final Queries queries;

    EventController(Queries queries) {
        this.queries = queries;
    }

    @GetMapping("/api/audit/events")
    @Operation(
            summary = "The log, event by event",
            description = "Oldest first, behind the position after. next is that position for the following page; a"
                    + " page may hold fewer events than the limit, or none, and still have a next.")
    Page<RecordedEvent> events(
            @RequestParam(required = false) @Nullable Position after,
            @RequestParam(required = false) @Nullable Limit limit,
            @RequestParam(required = false) @Nullable String stream,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            Pin pin) {
        var query = new ListEvents(
                after == null ? 0 : after.value(),
                pin.position(),
                (limit == null ? Limit.DEFAULT : limit).value(),
                stream,
                type,
                actor,
                from,
                to);
        return queries.page(query, RecordedEvent.class);
    }
}

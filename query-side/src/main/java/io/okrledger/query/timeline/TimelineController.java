package io.okrledger.query.timeline;

import io.okrledger.query.http.Answers;
import io.okrledger.query.http.Queries;
import io.okrledger.query.http.problems.ProblemCode;
import io.okrledger.query.http.problems.Refuses;
import io.okrledger.query.support.AsOf;
import io.okrledger.query.support.paging.Page;
import io.okrledger.query.support.paging.Paging;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Answers("timeline")
class TimelineController {

    private final Queries queries;

    TimelineController(Queries queries) {
        this.queries = queries;
    }

    @GetMapping("/api/audit/timeline/{streamId}")
    @Operation(
            summary = "Everything that happened to a goal, a team, a cycle or an objective, oldest first, as sentences")
    @Refuses(ProblemCode.UNKNOWN_STREAM)
    Page<TimelineView> timeline(@PathVariable StreamId streamId, AsOf asOf, Paging paging) {
        return queries.page(new ListTimeline(streamId, paging), TimelineView.class);
    }
}

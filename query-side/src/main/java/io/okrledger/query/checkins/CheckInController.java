package io.okrledger.query.checkins;

import io.okrledger.events.objective.CheckInId;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.query.http.Answers;
import io.okrledger.query.http.Queries;
import io.okrledger.query.http.problems.ProblemCode;
import io.okrledger.query.http.problems.Refusal;
import io.okrledger.query.http.problems.Refuses;
import io.okrledger.query.objectives.RequireObjective;
import io.okrledger.query.support.AsOf;
import io.okrledger.query.support.paging.Page;
import io.okrledger.query.support.paging.Paging;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/objectives/{objectiveId}/key-results/{keyResultId}/check-ins")
@Answers("catalogue")
class CheckInController {

    private final Queries queries;
    private final RequireObjective require;

    CheckInController(Queries queries, RequireObjective require) {
        this.queries = queries;
        this.require = require;
    }

    @GetMapping
    @Operation(
            summary = "The check-ins of a key result, oldest first",
            description = "Retracted ones stay in the list, and say so.")
    @Refuses({ProblemCode.UNKNOWN_OBJECTIVE, ProblemCode.UNKNOWN_KEY_RESULT})
    Page<CheckInView> checkIns(
            @PathVariable ObjectiveId objectiveId, @PathVariable KeyResultId keyResultId, AsOf asOf, Paging paging) {
        require.with(objectiveId, keyResultId, asOf);
        return queries.page(new ListCheckIns(keyResultId, asOf, paging), CheckInView.class);
    }

    @GetMapping("/{checkInId}")
    @Operation(summary = "One check-in with its corrections and, if it was taken back, why")
    @Refuses({ProblemCode.UNKNOWN_OBJECTIVE, ProblemCode.UNKNOWN_KEY_RESULT, ProblemCode.UNKNOWN_CHECK_IN})
    CheckInView checkIn(
            @PathVariable ObjectiveId objectiveId,
            @PathVariable KeyResultId keyResultId,
            @PathVariable CheckInId checkInId,
            AsOf asOf) {
        require.with(objectiveId, keyResultId, asOf);
        return queries.find(new FindCheckIn(checkInId, asOf), CheckInView.class)
                .filter(checkIn -> checkIn.keyResultId().equals(keyResultId))
                .orElseThrow(() -> Refusal.unknown(ProblemCode.UNKNOWN_CHECK_IN, checkInId));
    }
}

package io.okrledger.query.ownership;

import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.person.PersonId;
import io.okrledger.query.http.Answers;
import io.okrledger.query.http.Queries;
import io.okrledger.query.http.problems.ProblemCode;
import io.okrledger.query.http.problems.Refusal;
import io.okrledger.query.http.problems.Refuses;
import io.okrledger.query.support.AsOf;
import io.okrledger.query.support.paging.Page;
import io.okrledger.query.support.paging.Paging;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/ownership")
@Answers({"ownership", "catalogue"})
class OwnershipController {

    private final Queries queries;

    OwnershipController(Queries queries) {
        this.queries = queries;
    }

    @GetMapping
    @Operation(
            summary = "Who owned a key result when, or what a person owned, and how the check-in weeks went meanwhile",
            description = "Either keyResult or person is given. A person's tenures are those of goals, objectives and"
                    + " key results. Tenures come in the order in which they became known.")
    @Refuses(ProblemCode.UNKNOWN_KEY_RESULT)
    Page<Tenure> tenures(
            @RequestParam(required = false) @Nullable KeyResultId keyResult,
            @RequestParam(required = false) @Nullable PersonId person,
            AsOf asOf,
            Paging paging) {
        if (keyResult == null && person == null) {
            throw Refusal.parameter(
                    ProblemCode.MISSING_PARAMETER, "keyResult", "Either 'keyResult' or 'person' has to be given.");
        }
        if (keyResult != null && person != null) {
            throw Refusal.parameter(
                    ProblemCode.MALFORMED_REQUEST, "person", "Only one of 'keyResult' and 'person' can be given.");
        }
        return queries.page(new ListTenures(keyResult, person, asOf, paging), Tenure.class);
    }
}

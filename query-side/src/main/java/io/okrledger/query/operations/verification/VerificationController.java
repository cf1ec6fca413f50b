package io.okrledger.query.operations.verification;

import io.okrledger.query.http.Answers;
import io.okrledger.query.http.problems.ProblemCode;
import io.okrledger.query.http.problems.Refusal;
import io.okrledger.query.http.problems.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/operations/projections/verification")
@Answers
class VerificationController {

    private final Verifications verifications;

    VerificationController(Verifications verifications) {
        this.verifications = verifications;
    }

    @GetMapping
    @Operation(
            summary = "Whether the read models are what the log says",
            description = "How far the newest verification is or, when it has ended, its verdict: PROVEN, or DIFFERENT"
                    + " with the first documents of each model that are missing, too many, or other than the log says.")
    VerificationReport verification() {
        return verifications.report();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Refuses(ProblemCode.VERIFICATION_RUNNING)
    @Operation(
            summary = "Verify the read models against the log",
            description =
                    "Folds the whole log anew beside what is served, and compares every document. It takes as long"
                            + " as building all models from the first event, and disturbs nobody but by its load.")
    VerificationReport verify() {
        if (!verifications.start()) {
            throw new Refusal(ProblemCode.VERIFICATION_RUNNING, "A verification is running. Wait until it has ended.");
        }
        return verifications.report();
    }
}

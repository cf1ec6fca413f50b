package io.okrledger.command.support.problems;

import io.okrledger.log.CommitTooLargeException;
import io.okrledger.log.LogUnavailableException;
import java.util.List;
import java.util.stream.Collectors;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/**
 * What whoever asked is told when it failed: a stable code and a sentence, never a class name, never a trace.
 *
 * @param errors what is wrong with which field, as far as fields are to blame
 */
public record Problem(
        HttpStatus status,
        String code,
        String title,
        @Nullable String detail,
        List<FieldProblem> errors) {

    private static final Logger LOG = LoggerFactory.getLogger(Problem.class);
    private static final String INVALID = "invalid-request";

    /** Says why it failed; whatever is nobody's doing but the server's is logged. */
    public static Problem of(Exception failure) {
        if (failure instanceof RuleViolation violation) {
            return of(violation);
        }
        if (failure instanceof InvalidRequest invalid) {
            return of(invalid.problems());
        }
        if (failure instanceof ConcurrencyException) {
            return of(new RuleViolation(
                    Rule.VERSION_CONFLICT, "Another change was faster. Read the current state and decide again."));
        }
        if (failure instanceof CommitTooLargeException) {
            return of(new RuleViolation(Rule.COMMIT_TOO_LARGE, String.valueOf(failure.getMessage())));
        }
        if (failure instanceof BodyTooLarge) {
            return new Problem(
                    HttpStatus.CONTENT_TOO_LARGE, "body-too-large", "The body is too large", failure.getMessage());
        }
        return failure instanceof LogUnavailableException unavailable ? of(unavailable) : fault(failure);
    }

    private static Problem of(RuleViolation violation) {
        var rule = violation.rule();
        var pointer = violation.pointer();
        var errors = pointer == null
                ? List.<FieldProblem>of()
                : List.of(new FieldProblem(pointer, rule.code(), String.valueOf(violation.getMessage())));
        return new Problem(rule.status(), rule.code(), rule.title(), violation.getMessage(), errors);
    }

    static Problem of(List<FieldProblem> problems) {
        var codes = problems.stream().map(FieldProblem::code).distinct().toList();
        var detail = problems.stream()
                .map(problem -> (problem.pointer() + " " + problem.detail()).strip())
                .collect(Collectors.joining(" "));
        return new Problem(
                HttpStatus.BAD_REQUEST,
                codes.size() == 1 ? codes.get(0) : INVALID,
                "The request is not valid",
                detail,
                problems);
    }

    private static Problem of(LogUnavailableException unavailable) {
        LOG.warn("The store did not answer: {}", String.valueOf(unavailable.getCause()));
        var detail = unavailable.outcomeUnknown()
                ? "Whether the change happened is not known. Send the same request with the same Idempotency-Key again."
                : "Nothing was written. Try again later.";
        return new Problem(HttpStatus.SERVICE_UNAVAILABLE, "store-unavailable", "The store is out of reach", detail);
    }

    private static Problem fault(Exception failure) {
        LOG.error("A request failed", failure);
        return new Problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal-error",
                "This is a fault of the server",
                "The fault was logged under the correlation id.");
    }

    private Problem(HttpStatus status, String code, String title, @Nullable String detail) {
        this(status, code, title, detail, List.of());
    }
}

package io.okrledger.command.support;

import io.okrledger.log.CommitTooLargeException;
import io.okrledger.log.LogUnavailableException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns every refusal and fault into problem+json (RFC 9457) with a stable code; never a class name, never a trace. */
@RestControllerAdvice
@Order(0)
final class ApiErrors extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);
    private static final String INVALID = "invalid-request";

    @ExceptionHandler
    ResponseEntity<Object> refused(RuleViolation violation, WebRequest request) {
        var rule = violation.rule();
        var pointer = violation.pointer();
        var errors = pointer == null
                ? List.<FieldProblem>of()
                : List.of(new FieldProblem(pointer, rule.code(), String.valueOf(violation.getMessage())));
        return Problems.answer(rule.status(), rule.code(), rule.title(), violation.getMessage(), errors, request);
    }

    @ExceptionHandler
    ResponseEntity<Object> invalid(InvalidRequest invalid, WebRequest request) {
        return invalid(invalid.problems(), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> overtaken(ConcurrencyException e, WebRequest request) {
        return refused(
                new RuleViolation(
                        Rule.VERSION_CONFLICT, "Another change was faster. Read the current state and decide again."),
                request);
    }

    @ExceptionHandler
    ResponseEntity<Object> tooLarge(CommitTooLargeException e, WebRequest request) {
        return refused(new RuleViolation(Rule.COMMIT_TOO_LARGE, String.valueOf(e.getMessage())), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> outOfReach(LogUnavailableException e, WebRequest request) {
        LOG.warn("The store did not answer: {}", String.valueOf(e.getCause()));
        var detail = e.outcomeUnknown()
                ? "Whether the change happened is not known. Send the same request with the same Idempotency-Key again."
                : "Nothing was written. Try again later.";
        return Problems.answer(
                HttpStatus.SERVICE_UNAVAILABLE,
                "store-unavailable",
                "The store is out of reach",
                detail,
                List.of(),
                request);
    }

    @ExceptionHandler
    ResponseEntity<Object> fault(Exception e, WebRequest request) {
        LOG.error("A request failed", e);
        return Problems.answer(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal-error",
                "This is a fault of the server",
                "The fault was logged under the correlation id.",
                List.of(),
                request);
    }

    @ExceptionHandler
    ResponseEntity<Object> tooLarge(RequestBodies.TooLarge e, WebRequest request) {
        return Problems.answer(
                HttpStatus.CONTENT_TOO_LARGE,
                "body-too-large",
                "The body is too large",
                e.getMessage(),
                List.of(),
                request);
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return invalid(
                List.of(new FieldProblem("", "malformed", "A JSON object is expected in the body, and none came.")),
                request);
    }

    @Override
    protected ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return Rule.unknown(e.getRequiredType())
                .map(rule ->
                        refused(new RuleViolation(rule, "An id is a UUID, and this is none: " + e.getValue()), request))
                .orElseGet(() -> invalid(
                        List.of(new FieldProblem(String.valueOf(e.getPropertyName()), "malformed", "Malformed value.")),
                        request));
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var known = HttpStatus.valueOf(status.value());
        var code = known == HttpStatus.NOT_FOUND
                ? "unknown-path"
                : known.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
        var detail = body instanceof ProblemDetail problem ? problem.getDetail() : null;
        var answer = Problems.answer(known, code, known.getReasonPhrase(), detail, List.of(), request);
        return ResponseEntity.status(known)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(answer.getBody());
    }

    private static ResponseEntity<Object> invalid(List<FieldProblem> problems, WebRequest request) {
        var codes = problems.stream().map(FieldProblem::code).distinct().toList();
        var detail = problems.stream()
                .map(problem -> (problem.pointer() + " " + problem.detail()).strip())
                .collect(Collectors.joining(" "));
        return Problems.answer(
                HttpStatus.BAD_REQUEST,
                codes.size() == 1 ? codes.get(0) : INVALID,
                "The request is not valid",
                detail,
                problems,
                request);
    }
}

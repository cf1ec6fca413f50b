package io.okrledger.command.support.problems;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
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

/** Answers every request that failed with problem+json (RFC 9457) and a stable code. */
@RestControllerAdvice
@Order(0)
final class ApiErrors extends ResponseEntityExceptionHandler {

    @ExceptionHandler
    ResponseEntity<Object> failed(Exception e, WebRequest request) {
        return Problems.answer(Problem.of(e), request);
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return invalid(
                new FieldProblem("", "malformed", "A JSON object is expected in the body, and none came."), request);
    }

    @Override
    protected ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return Rule.unknown(e.getRequiredType())
                .map(rule ->
                        failed(new RuleViolation(rule, "An id is a UUID, and this is none: " + e.getValue()), request))
                .orElseGet(() -> invalid(
                        new FieldProblem(String.valueOf(e.getPropertyName()), "malformed", "Malformed value."),
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
        var answer = Problems.answer(new Problem(known, code, known.getReasonPhrase(), detail, List.of()), request);
        return ResponseEntity.status(known)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(answer.getBody());
    }

    private static ResponseEntity<Object> invalid(FieldProblem problem, WebRequest request) {
        return Problems.answer(Problem.of(List.of(problem)), request);
    }
}

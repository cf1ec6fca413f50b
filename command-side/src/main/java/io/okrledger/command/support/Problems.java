package io.okrledger.command.support;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;

/** The one form in which the command side says no. */
final class Problems {

    private static final String TYPE = "urn:okr-ledger:problem:";

    private Problems() {}

    static ResponseEntity<Object> answer(
            HttpStatus status,
            String code,
            String title,
            @Nullable String detail,
            List<FieldProblem> errors,
            WebRequest web) {
        var request = ((ServletWebRequest) web).getRequest();
        var response = Objects.requireNonNull(((ServletWebRequest) web).getResponse());
        var problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create(TYPE + code));
        problem.setTitle(title);
        problem.setDetail(detail);
        problem.setInstance(URI.create(request.getRequestURI()));
        problem.setProperty("code", code);
        problem.setProperty("correlationId", CorrelationId.of(response));
        if (!errors.isEmpty()) {
            problem.setProperty("errors", errors);
        }
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}

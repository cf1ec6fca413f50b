package io.okrledger.command.support.problems;

import java.net.URI;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;

/** The one form in which the command side says no. */
final class Problems {

    private static final String TYPE = "urn:okr-ledger:problem:";

    private Problems() {}

    static ResponseEntity<Object> answer(Problem problem, WebRequest web) {
        var request = ((ServletWebRequest) web).getRequest();
        var response = Objects.requireNonNull(((ServletWebRequest) web).getResponse());
        var answer = ProblemDetail.forStatus(problem.status());
        answer.setType(URI.create(TYPE + problem.code()));
        answer.setTitle(problem.title());
        answer.setDetail(problem.detail());
        answer.setInstance(URI.create(request.getRequestURI()));
        answer.setProperty("code", problem.code());
        answer.setProperty("correlationId", CorrelationId.of(response));
        if (!problem.errors().isEmpty()) {
            answer.setProperty("errors", problem.errors());
        }
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(answer);
    }
}

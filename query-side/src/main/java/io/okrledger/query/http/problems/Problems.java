package io.okrledger.query.http.problems;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Refusals as {@code application/problem+json} (RFC 9457). */
final class Problems {

    static final String TYPE = "urn:okr-ledger:problem:";

    private Problems() {}

    static ResponseEntity<ProblemDetail> of(Refusal refusal, HttpServletRequest request) {
        var code = refusal.code();
        var problem = ProblemDetail.forStatusAndDetail(code.status(), refusal.detail());
        problem.setType(URI.create(TYPE + code.code()));
        problem.setTitle(code.title());
        problem.setInstance(instance(request));
        problem.setProperty("code", code.code());
        problem.setProperty("correlationId", CorrelationId.of(request));
        if (!refusal.faults().isEmpty()) {
            problem.setProperty("errors", refusal.faults());
        }
        var answer = ResponseEntity.status(code.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (code.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            answer.header(HttpHeaders.RETRY_AFTER, "1");
        }
        return answer.body(problem);
    }

    private static URI instance(HttpServletRequest request) {
        // The only characters that a server lets through in a path although a URI may not have them there.
        return URI.create(request.getRequestURI().replace("[", "%5B").replace("]", "%5D"));
    }
}

package io.okrledger.query.http.problems;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Collectors;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Answers requests that reach no controller at all. These belong to no side, so this comes last where both sides share
 * a server.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
final class UnroutedErrors {

    @ExceptionHandler({NoResourceFoundException.class, NoHandlerFoundException.class})
    ResponseEntity<ProblemDetail> unknownPath(HttpServletRequest request) {
        var detail = "There is nothing at this path. The description at /openapi.json lists what there is.";
        return Problems.of(new Refusal(ProblemCode.UNKNOWN_PATH, detail), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> methodNotAllowed(
            HttpRequestMethodNotSupportedException failure, HttpServletRequest request, HttpServletResponse response) {
        var allowed = failure.getSupportedHttpMethods();
        if (allowed != null) {
            var names = allowed.stream().map(Object::toString).sorted().toList();
            response.setHeader(HttpHeaders.ALLOW, String.join(", ", names));
        }
        var detail = failure.getMethod() + " is not possible here. The header Allow says what is.";
        return Problems.of(new Refusal(ProblemCode.METHOD_NOT_ALLOWED, detail), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notAcceptable(
            HttpMediaTypeNotAcceptableException failure, HttpServletRequest request) {
        return Problems.of(refusal(failure), request);
    }

    static Refusal refusal(HttpMediaTypeNotAcceptableException failure) {
        var forms = failure.getSupportedMediaTypes().stream()
                .filter(MediaType::isConcrete)
                .map(form -> form.getType() + "/" + form.getSubtype())
                .collect(Collectors.joining(" or "));
        return new Refusal(
                ProblemCode.NOT_ACCEPTABLE, "The answer is %s; the header Accept refuses that.".formatted(forms));
    }
}

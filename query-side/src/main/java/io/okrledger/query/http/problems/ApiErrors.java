package io.okrledger.query.http.problems;

import io.okrledger.log.LogUnavailableException;
import io.okrledger.query.support.views.ViewStores;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns whatever goes wrong in a door that reads into a problem with a code. */
@RestControllerAdvice(basePackages = "io.okrledger.query")
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ApiErrors {

    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refuse(Exception failure, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        if (response.isCommitted()) {
            // Half of an export is on its way. The connection breaks, so that nobody takes it for the whole.
            throw failure;
        }
        return Problems.of(refusal(failure), request);
    }

    private static Refusal refusal(Throwable failure) {
        if (failure instanceof CompletionException wrapped && wrapped.getCause() != null) {
            return refusal(wrapped.getCause());
        } else if (failure instanceof Refusal refusal) {
            return refusal;
        } else if (ViewStores.failed(failure) || failure instanceof LogUnavailableException) {
            LOG.warn("The store is out of reach: {}", failure.toString());
            return new Refusal(ProblemCode.STORE_UNAVAILABLE, "The store is out of reach. Try again in a moment.");
        } else if (failure instanceof HttpMediaTypeNotAcceptableException refused) {
            return UnroutedErrors.refusal(refused);
        }
        LOG.error("A request failed", failure);
        return new Refusal(
                ProblemCode.INTERNAL_ERROR,
                "Something went wrong on our side. The correlation id leads to what it was in the log of the server.");
    }
}

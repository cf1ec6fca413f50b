package io.okrledger.query.http.problems;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives every request the id by which its traces are found again: the client's own, or a new one. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class CorrelationId extends OncePerRequestFilter {

    static final String HEADER = "X-Correlation-Id";

    private static final String LOGGED_AS = "correlationId";
    private static final Pattern FORM = Pattern.compile("[!-~]{1,100}");

    static String of(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(HEADER));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // Where both sides share a server, the filter that comes first decides.
        var id = request.getAttribute(HEADER) instanceof String decided
                ? decided
                : takenOverOrMade(request.getHeader(HEADER));
        request.setAttribute(HEADER, id);
        response.setHeader(HEADER, id);
        MDC.put(LOGGED_AS, id);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(LOGGED_AS);
        }
    }

    private static String takenOverOrMade(@Nullable String given) {
        return given != null && FORM.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
    }
}

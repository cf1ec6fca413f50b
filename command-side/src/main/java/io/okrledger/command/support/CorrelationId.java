package io.okrledger.command.support;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Takes over the correlation id of a request, or makes one, and returns it, so that a chain of calls can be followed. */
@Component("commandCorrelationId")
@Order(Ordered.HIGHEST_PRECEDENCE)
final class CorrelationId extends OncePerRequestFilter {

    private static final String HEADER = "X-Correlation-Id";
    private static final Pattern ACCEPTABLE = Pattern.compile("[\\x21-\\x7E]{1,100}");

    static String of(HttpServletRequest request) {
        return request.getAttribute(HEADER) instanceof String id ? id : "none";
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getAttribute(HEADER) == null) {
            var given = request.getHeader(HEADER);
            var id = given != null && ACCEPTABLE.matcher(given).matches()
                    ? given
                    : UUID.randomUUID().toString();
            request.setAttribute(HEADER, id);
            response.setHeader(HEADER, id);
        }
        chain.doFilter(request, response);
    }
}

package io.okrledger.command.support.problems;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Takes over the correlation id of a request, or makes one, and returns it, so that a chain of calls can be followed. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class CorrelationId extends OncePerRequestFilter {

    private static final String HEADER = "X-Correlation-Id";
    private static final Pattern ACCEPTABLE = Pattern.compile("[\\x21-\\x7E]{1,100}");

    public static String of(HttpServletResponse response) {
        return String.valueOf(response.getHeader(HEADER));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // Where both sides share a server, whichever filter comes first decides.
        if (!response.containsHeader(HEADER)) {
            response.setHeader(HEADER, takenOverOrMade(request.getHeader(HEADER)));
        }
        chain.doFilter(request, response);
    }

    private static String takenOverOrMade(@Nullable String given) {
        return given != null && ACCEPTABLE.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
    }
}

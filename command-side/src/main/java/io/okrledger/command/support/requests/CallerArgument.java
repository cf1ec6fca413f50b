package io.okrledger.command.support.requests;

import io.okrledger.command.support.problems.CorrelationId;
import io.okrledger.command.support.problems.FieldProblem;
import io.okrledger.command.support.problems.InvalidRequest;
import io.okrledger.events.person.PersonId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads the {@link Caller} of a request from its headers, after the body, whose fingerprint it needs. */
public final class CallerArgument implements HandlerMethodArgumentResolver {

    public static final String ACTOR = "X-Actor";
    public static final String CLIENT = "X-Client";
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final String NOBODY = "anonymous";
    private static final int LONGEST_KEY = 255;
    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7E]+");

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Caller resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binder) {
        var request = (HttpServletRequest) web.getNativeRequest();
        var response = Objects.requireNonNull((HttpServletResponse) web.getNativeResponse());
        var problems = new ArrayList<FieldProblem>();
        var actor = visible(request, ACTOR, PersonId.MAX_LENGTH, problems);
        var client = visible(request, CLIENT, PersonId.MAX_LENGTH, problems);
        var key = visible(request, IDEMPOTENCY_KEY, LONGEST_KEY, problems);
        if (!problems.isEmpty()) {
            throw new InvalidRequest(problems);
        }
        return new Caller(
                actor == null ? NOBODY : actor,
                client,
                CorrelationId.of(response),
                Version.parse(request.getHeader(HttpHeaders.IF_MATCH)),
                key,
                key == null ? null : RequestBodies.fingerprint(request),
                null);
    }

    private static @Nullable String visible(
            HttpServletRequest request, String header, int longest, List<FieldProblem> problems) {
        var value = request.getHeader(header);
        if (value != null
                && (value.length() > longest || !VISIBLE.matcher(value).matches())) {
            problems.add(new FieldProblem(
                    header, "malformed", header + " takes 1 to " + longest + " visible ASCII characters."));
        }
        return value;
    }
}

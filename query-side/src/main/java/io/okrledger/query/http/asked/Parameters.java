package io.okrledger.query.http.asked;

import io.okrledger.query.http.problems.ProblemCode;
import io.okrledger.query.http.problems.Refusal;
import io.okrledger.query.http.problems.Refusal.Fault;
import io.okrledger.query.support.AsOf;
import io.okrledger.query.support.paging.Cursor;
import io.okrledger.query.support.paging.Limit;
import io.okrledger.query.support.paging.Paging;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.ConversionService;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Checks everything in a request's path and query against what its handler declares, before the handler runs, so that
 * one answer can name all that is wrong. An unknown parameter is wrong: a mistyped filter must not answer with
 * everything.
 */
public final class Parameters {

    private static final DefaultParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

    private final HttpServletRequest request;
    private final ConversionService conversion;
    private final Map<String, Class<?>> taken = new TreeMap<>();
    private final List<String> required = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    private Parameters(HttpServletRequest request, HandlerMethod handler, ConversionService conversion) {
        this.request = request;
        this.conversion = conversion;
        taken.put(Asked.MIN_POSITION, Position.class);
        taken.put(Asked.WAIT, Wait.class);
        for (var parameter : handler.getMethodParameters()) {
            parameter.initParameterNameDiscovery(NAMES);
            declare(parameter);
        }
    }

    /** @throws Refusal naming everything that is wrong */
    public static Asked check(HttpServletRequest request, HandlerMethod handler, ConversionService conversion) {
        var parameters = new Parameters(request, handler, conversion);
        parameters.checkPath(handler);
        parameters.checkQuery();
        if (!parameters.faults.isEmpty()) {
            throw refusal(parameters.faults);
        }
        return parameters.asked();
    }

    private static Refusal refusal(List<Fault> faults) {
        var codes = faults.stream().map(Fault::code).distinct().toList();
        var code = codes.size() == 1 ? ProblemCode.of(codes.get(0)) : ProblemCode.MALFORMED_REQUEST;
        var detail = String.join(" ", faults.stream().map(Fault::detail).toList());
        return new Refusal(code, detail, faults);
    }

    private void declare(MethodParameter parameter) {
        var declared = parameter.getParameterAnnotation(RequestParam.class);
        if (declared != null) {
            var name = declared.name().isEmpty() ? nameOf(parameter) : declared.name();
            taken.put(name, parameter.getParameterType());
            if (declared.required() && declared.defaultValue().equals(ValueConstants.DEFAULT_NONE)) {
                required.add(name);
            }
        } else if (parameter.getParameterType() == Paging.class) {
            taken.put(Asked.AFTER, Cursor.class);
            taken.put(Asked.LIMIT, Limit.class);
        } else if (parameter.getParameterType() == AsOf.class) {
            taken.put(Asked.AS_OF, Moment.class);
        }
    }

    /** What is no id at all cannot be the id of anything. */
    private void checkPath(HandlerMethod handler) {
        var values = (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        for (var parameter : handler.getMethodParameters()) {
            if (parameter.hasParameterAnnotation(PathVariable.class)) {
                var value = String.valueOf(values.get(nameOf(parameter)));
                if (!isReadable(value, parameter.getParameterType())) {
                    throw Refusal.unknown(ProblemCode.unknown(parameter.getParameterType()), value);
                }
            }
        }
    }

    private void checkQuery() {
        request.getParameterMap().forEach((name, values) -> {
            var type = taken.get(name);
            if (type == null) {
                fault(
                        name,
                        ProblemCode.UNKNOWN_PARAMETER,
                        "There is no parameter '%s' here, only %s.".formatted(name, String.join(", ", taken.keySet())));
            } else if (values.length > 1) {
                fault(name, ProblemCode.MALFORMED_VALUE, "'%s' is given more than once.".formatted(name));
            } else {
                checkForm(name, values[0], type);
            }
        });
        for (var name : required) {
            if (request.getParameter(name) == null) {
                fault(name, ProblemCode.MISSING_PARAMETER, "'%s' has to be given.".formatted(name));
            }
        }
    }

    private void checkForm(String name, String value, Class<?> type) {
        if (value.isBlank()) {
            fault(name, ProblemCode.MALFORMED_VALUE, "'%s' is empty.".formatted(name));
            return;
        }
        try {
            conversion.convert(value, type);
        } catch (ConversionException e) {
            fault(name, ProblemCode.MALFORMED_VALUE, "'%s' cannot be read: %s.".formatted(name, reason(e, type)));
        }
    }

    private boolean isReadable(String value, Class<?> type) {
        try {
            return conversion.convert(value, type) != null;
        } catch (ConversionException e) {
            return false;
        }
    }

    private static String reason(ConversionException failure, Class<?> type) {
        if (type.isEnum()) {
            return "not one of " + List.of(type.getEnumConstants());
        }
        var cause = failure.getCause();
        while (cause != null && cause.getCause() != null) {
            cause = cause.getCause();
        }
        // Our own types say what they expect; other messages are meant for programmers.
        return cause instanceof IllegalArgumentException && type.getName().startsWith("io.okrledger.")
                ? StringUtils.uncapitalize(Objects.requireNonNullElse(cause.getMessage(), "not of the expected form"))
                : "not of the expected form";
    }

    private void fault(String name, ProblemCode code, String detail) {
        faults.add(new Fault("/" + name, code.code(), detail));
    }

    private Asked asked() {
        // A handler may declare parameters of its own under the names that a list has.
        var paged = taken.get(Asked.AFTER) == Cursor.class;
        return new Asked(
                given(Asked.AS_OF, Moment.class).orElse(null),
                given(Asked.MIN_POSITION, Position.class).map(Position::value).orElse(0L),
                given(Asked.WAIT, Wait.class).orElse(Wait.DEFAULT).time(),
                paged ? given(Asked.AFTER, Cursor.class).orElse(null) : null,
                paged ? given(Asked.LIMIT, Limit.class).orElse(Limit.DEFAULT) : Limit.DEFAULT);
    }

    private <T> Optional<T> given(String name, Class<T> type) {
        return Optional.ofNullable(request.getParameter(name)).map(text -> conversion.convert(text, type));
    }

    private static String nameOf(MethodParameter parameter) {
        return String.valueOf(parameter.getParameterName());
    }
}

package io.okrledger.query.http;

import io.okrledger.query.http.asked.Pin;
import io.okrledger.query.support.AsOf;
import io.okrledger.query.support.paging.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Lets controllers take the {@link Paging} and the {@link AsOf} that were asked for, or only the {@link Pin} of the
 * former.
 */
final class AskedArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        var type = parameter.getParameterType();
        return type == Paging.class || type == AsOf.class || type == Pin.class;
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var type = parameter.getParameterType();
        var name = Freshness.attribute(type == Pin.class ? Paging.class : type);
        var asked = request.getAttribute(name, RequestAttributes.SCOPE_REQUEST);
        return type == Pin.class && asked instanceof Paging paging ? new Pin(paging.pin()) : asked;
    }
}

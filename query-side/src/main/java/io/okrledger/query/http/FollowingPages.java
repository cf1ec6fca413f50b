package io.okrledger.query.http;

import io.okrledger.query.http.asked.Asked;
import io.okrledger.query.http.asked.Parameters;
import io.okrledger.query.support.paging.Limit;
import io.okrledger.query.support.paging.Paging;
import io.okrledger.query.support.paging.Portion;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.ConversionService;
import org.springframework.web.bind.support.DefaultDataBinderFactory;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolverComposite;
import org.springframework.web.method.support.InvocableHandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/** The items of a list page by page: the door that gave the first one is asked for each of the others in its turn. */
final class FollowingPages implements Iterator<List<?>> {

    /** Larger than what a client can ask for, since some lists are worked out as a whole for each of their pages. */
    private static final int SIZE = 2_000;

    private final HttpServletRequest request;
    private final RequestMappingHandlerAdapter adapter;
    private final ConversionService conversion;
    private final Paging first;
    private @Nullable Portion<?> page;
    private @Nullable String after;

    FollowingPages(
            Portion<?> page,
            HttpServletRequest request,
            RequestMappingHandlerAdapter adapter,
            ConversionService conversion) {
        this.page = page;
        this.request = request;
        this.adapter = adapter;
        this.conversion = conversion;
        this.first = Freshness.paging(request);
    }

    @Override
    public boolean hasNext() {
        return page != null || after != null;
    }

    @Override
    public List<?> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var current = page == null ? ask(Objects.requireNonNull(after)) : page;
        // Not fetched before it is wanted, and not kept once it was given: one page at a time is in memory.
        page = null;
        after = current.next();
        return current.items();
    }

    private Portion<?> ask(String place) {
        var handler = ((HandlerMethod) request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE))
                .createWithResolvedBean();
        var behind = new Behind(place);
        var paging = Parameters.check(behind, handler, conversion).paging(first.pin(), first.asOf());
        behind.setAttribute(
                Freshness.attribute(Paging.class), new Paging(paging.pin(), paging.asOf(), paging.after(), SIZE));
        var door = new InvocableHandlerMethod(handler);
        var resolvers = new HandlerMethodArgumentResolverComposite();
        resolvers.addResolvers(Objects.requireNonNull(adapter.getArgumentResolvers()));
        door.setHandlerMethodArgumentResolvers(resolvers);
        door.setDataBinderFactory(new DefaultDataBinderFactory(adapter.getWebBindingInitializer()));
        try {
            return (Portion<?>) Objects.requireNonNull(door.invokeForRequest(new ServletWebRequest(behind), null));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("A following page could not be asked for", e);
        }
    }

    /** The same request, for the page behind this place. */
    private final class Behind extends HttpServletRequestWrapper {

        private final Map<String, String[]> parameters;

        Behind(String place) {
            super(request);
            parameters = new HashMap<>(request.getParameterMap());
            parameters.put(Asked.AFTER, new String[] {place});
            parameters.put(Asked.LIMIT, new String[] {Integer.toString(Limit.MAX)});
        }

        @Override
        public @Nullable String getParameter(String name) {
            var values = parameters.get(name);
            return values == null ? null : values[0];
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return parameters.get(name);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return parameters;
        }
    }
}

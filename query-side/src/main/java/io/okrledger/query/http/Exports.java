package io.okrledger.query.http;

import io.okrledger.query.http.asked.Asked;
import io.okrledger.query.http.export.Export;
import io.okrledger.query.http.export.ExportConverter;
import io.okrledger.query.support.paging.Portion;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.ConversionService;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import org.springframework.web.util.UriComponentsBuilder;

/** Makes of an answer that is to be a table a file with a name, and of a list without a limit the whole list. */
@ControllerAdvice(basePackages = "io.okrledger.query")
final class Exports implements ResponseBodyAdvice<Object> {

    private static final Predicate<String> IS_VARIABLE = segment -> segment.startsWith("{");

    private final ObjectProvider<RequestMappingHandlerAdapter> adapter;
    private final ObjectProvider<ConversionService> conversion;

    Exports(
            @Qualifier("requestMappingHandlerAdapter") ObjectProvider<RequestMappingHandlerAdapter> adapter,
            @Qualifier("mvcConversionService") ObjectProvider<ConversionService> conversion) {
        this.adapter = adapter;
        this.conversion = conversion;
    }

    @Override
    public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converterType) {
        return ExportConverter.class.isAssignableFrom(converterType);
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returnType,
            MediaType mediaType,
            Class<? extends HttpMessageConverter<?>> converterType,
            ServerHttpRequest message,
            ServerHttpResponse response) {
        var request = ((ServletServerHttpRequest) message).getServletRequest();
        // An export may be larger than what fits into memory, so it is not held back for its hash.
        ShallowEtagHeaderFilter.disableContentCaching(request);
        response.getHeaders().setContentDisposition(file(request, mediaType));
        if (!(body instanceof Portion<?> portion)) {
            return body == null ? null : new Export(List.of(List.of(body)).iterator());
        } else if (request.getParameter(Asked.LIMIT) == null) {
            return new Export(new FollowingPages(portion, request, adapter.getObject(), conversion.getObject()));
        } else if (portion.next() != null) {
            response.getHeaders().add(HttpHeaders.LINK, next(message, portion.next()));
        }
        return new Export(List.of(portion.items()).iterator());
    }

    private static ContentDisposition file(HttpServletRequest request, MediaType form) {
        var pattern = (String) request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        var subject = Arrays.stream(pattern.substring("/api/".length()).split("/", 0))
                .filter(IS_VARIABLE.negate())
                .collect(Collectors.joining("-"));
        var position = Freshness.paging(request).pin();
        var ending = ExportConverter.endingOf(form);
        return ContentDisposition.attachment()
                .filename("%s-at-%d.%s".formatted(subject, position, ending))
                .build();
    }

    private static String next(ServerHttpRequest request, String after) {
        var uri = UriComponentsBuilder.fromUri(request.getURI())
                .scheme(null)
                .host(null)
                .port(null)
                .replaceQueryParam(Asked.AFTER, after)
                .build(true);
        return "<%s>; rel=\"next\"".formatted(uri);
    }
}

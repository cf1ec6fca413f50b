package io.okrledger.query.http;

import io.okrledger.log.EventLog;
import io.okrledger.query.http.export.ExportConverter;
import io.okrledger.query.support.Progress;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Puts what all doors that read share in front of them. */
@Configuration(proxyBeanMethods = false)
class HttpConfiguration implements WebMvcConfigurer {

    private final Progress progress;
    private final EventLog log;
    private final Clock clock;
    private final JsonMapper json;
    private final ObjectProvider<ConversionService> conversion;

    HttpConfiguration(
            Progress progress,
            EventLog log,
            Clock clock,
            JsonMapper json,
            // Made by the same configuration that this one is a part of, hence not there yet.
            @Qualifier("mvcConversionService") ObjectProvider<ConversionService> conversion) {
        this.progress = progress;
        this.log = log;
        this.clock = clock;
        this.json = json;
        this.conversion = conversion;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Freshness(progress, log::head, new Moments(log, clock), conversion));
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        // Behind all others: who does not say what to answer with gets JSON.
        converters.configureMessageConvertersList(all -> all.addAll(ExportConverter.all(json)));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new AskedArgument());
    }

    /** Holds back the answers to reads only: in one process with the command side, others are told as they come about. */
    private static final class ContentEtag extends ShallowEtagHeaderFilter {

        private static final Set<String> READS = Set.of("GET", "HEAD");

        @Override
        protected boolean shouldNotFilter(HttpServletRequest request) {
            return !READS.contains(request.getMethod());
        }
    }

    /** By content, so that 304 works for every answer; it looks at successful GETs only. */
    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> contentEtag() {
        var filter = new ContentEtag();
        filter.setWriteWeakETag(true);
        var registration = new FilterRegistrationBean<ShallowEtagHeaderFilter>(filter);
        registration.addUrlPatterns("/api/*");
        return registration;
    }
}

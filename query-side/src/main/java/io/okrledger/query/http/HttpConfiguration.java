package io.okrledger.query.http;

import io.okrledger.log.EventLog;
import io.okrledger.query.http.asked.Moments;
import io.okrledger.query.http.export.ExportConverter;
import io.okrledger.query.support.Progress;
import jakarta.servlet.Filter;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.convert.ConversionService;
import org.springframework.http.converter.HttpMessageConverters;
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

    @Bean
    FilterRegistrationBean<ContentEtag> contentEtag() {
        return behindAllOthersBut(1, new ContentEtag());
    }

    /** Behind the tags: what it remembers is tagged like any other answer. */
    @Bean
    FilterRegistrationBean<RememberedAnswers> rememberedAnswers() {
        return behindAllOthersBut(0, new RememberedAnswers(progress::position, clock));
    }

    private static <F extends Filter> FilterRegistrationBean<F> behindAllOthersBut(int others, F filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns("/api/*");
        registration.setOrder(Ordered.LOWEST_PRECEDENCE - others);
        return registration;
    }
}

package io.okrledger.query.http.problems;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Answers in the form of a problem where a request is refused before it reaches Spring, such as one whose path cannot be
 * decoded.
 */
final class UnroutedProblems extends ErrorReportValve {

    @Component
    static final class Installed implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

        @Override
        public void customize(TomcatServletWebServerFactory factory) {
            factory.addContextCustomizers(context -> {
                var host = (StandardHost) context.getParent();
                host.setErrorReportValveClass("");
                host.getPipeline().addValve(new UnroutedProblems());
            });
        }
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable fault) {
        var status = HttpStatus.resolve(response.getStatus());
        if (status == null || !status.isError() || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            var writer = response.getReporter();
            if (writer != null) {
                writer.write(problem(status));
                response.finishResponse();
            }
        } catch (IOException e) {
            container.getLogger().debug("Whoever asked is gone", e);
        }
    }

    private static String problem(HttpStatus status) {
        var code = status == HttpStatus.BAD_REQUEST
                ? "malformed-request"
                : status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
        return """
                {"type":"urn:okr-ledger:problem:%s","title":"%s","status":%d,"code":"%s"}""".formatted(code, status.getReasonPhrase(), status.value(), code);
    }
}

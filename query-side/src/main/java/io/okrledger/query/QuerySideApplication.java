package io.okrledger.query;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The query side as a process of its own. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = ErrorMvcAutoConfiguration.class)
@Import(QueryConfiguration.class)
public class QuerySideApplication {

    public static void main(String[] arguments) {
        var application = new SpringApplication(QuerySideApplication.class);
        application.setDefaultProperties(Map.of("server.port", 8082, "server.shutdown", "graceful"));
        application.run(arguments);
    }
}

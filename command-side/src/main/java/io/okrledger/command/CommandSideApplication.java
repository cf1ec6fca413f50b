package io.okrledger.command;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The command side as a process of its own; it needs a MongoDB at {@code okr.mongodb.uri}. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = ErrorMvcAutoConfiguration.class)
@Import(CommandConfiguration.class)
public class CommandSideApplication {

    public static void main(String[] arguments) {
        var application = new SpringApplication(CommandSideApplication.class);
        application.setDefaultProperties(Map.of(
                "server.port",
                8081,
                "server.shutdown",
                "graceful",
                // Axon warns of every refusal, with its trace; a refusal is an answer.
                "logging.level.org.axonframework.modelling.command.AbstractRepository",
                "error"));
        application.run(arguments);
    }
}

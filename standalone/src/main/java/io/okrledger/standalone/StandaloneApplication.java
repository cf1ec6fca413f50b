package io.okrledger.standalone;

import io.okrledger.command.CommandConfiguration;
import io.okrledger.query.QueryConfiguration;
import io.okrledger.standalone.address.Greeting;
import io.okrledger.standalone.demo.DemoConfiguration;
import java.util.List;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/**
 * Serves both sides; with {@code --okr.serve=store} only the embedded store, for sides that run elsewhere. With the
 * argument {@code verify} it serves nothing, see {@link VerifyCommand}.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = ErrorMvcAutoConfiguration.class)
@Import({
    CommandConfiguration.class,
    QueryConfiguration.class,
    EmbeddedDatabase.class,
    Greeting.class,
    DemoConfiguration.class
})
public class StandaloneApplication {

    /** An operator's application.properties comes later and wins. */
    static final String CONFIGURATION = "spring.config.name=standalone,application";

    public static void main(String[] arguments) {
        if (VerifyCommand.isAskedFor(arguments)) {
            System.exit(VerifyCommand.run(arguments));
        }
        start(arguments);
    }

    static ConfigurableApplicationContext start(String... arguments) {
        return application(arguments).properties(CONFIGURATION).run(arguments);
    }

    private static SpringApplicationBuilder application(String[] arguments) {
        return servesOnlyTheStore(arguments)
                ? new SpringApplicationBuilder(EmbeddedStore.class)
                        .web(WebApplicationType.NONE)
                        .properties("spring.main.keep-alive=true")
                : new SpringApplicationBuilder(StandaloneApplication.class);
    }

    private static boolean servesOnlyTheStore(String[] arguments) {
        return List.of("store").equals(new DefaultApplicationArguments(arguments).getOptionValues("okr.serve"));
    }
}

package io.okrledger.standalone;

import io.okrledger.standalone.demo.DemoConfiguration;
import java.util.List;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;

/** Serves both sides; with {@code --okr.serve=store} only the embedded store, for sides that run elsewhere. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
// The sides do not know each other and use the same names for the same things; so do not go by simple names.
@ComponentScan(
        basePackages = {"io.okrledger.command", "io.okrledger.query"},
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        excludeFilters = @Filter(SpringBootApplication.class))
@Import({EmbeddedDatabase.class, Greeting.class, DemoConfiguration.class})
public class StandaloneApplication {

    public static void main(String[] arguments) {
        start(arguments);
    }

    static ConfigurableApplicationContext start(String... arguments) {
        return application(arguments)
                // The settings of each side hold here too; what standalone or an operator says comes later and wins.
                .properties("spring.config.name=command-side,query-side,standalone,application")
                .run(arguments);
    }

    private static SpringApplicationBuilder application(String[] arguments) {
        return servesOnlyTheStore(arguments)
                ? new SpringApplicationBuilder(EmbeddedStore.class).web(WebApplicationType.NONE)
                : new SpringApplicationBuilder(StandaloneApplication.class);
    }

    private static boolean servesOnlyTheStore(String[] arguments) {
        return List.of("store").equals(new DefaultApplicationArguments(arguments).getOptionValues("okr.serve"));
    }
}

package io.okrledger.standalone.demo;

import io.okrledger.standalone.address.OwnAddress;
import java.time.Clock;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Switched on by {@code okr.demo}; the clock of the demo then takes the place of {@code okr.clock}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("okr.demo")
public class DemoConfiguration {

    @Bean
    Clock clock() {
        return new DemoClock(Demo.END);
    }

    @Bean
    ApplicationRunner demo(Clock clock, Environment environment) {
        return arguments ->
                new Demo((DemoClock) clock, OwnAddress.of(environment).uri()).run();
    }
}

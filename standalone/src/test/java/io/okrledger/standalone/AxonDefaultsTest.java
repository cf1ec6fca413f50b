package io.okrledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.okrledger.command.CommandSideApplication;
import io.okrledger.embedded.EmbeddedMongo;
import io.okrledger.query.QuerySideApplication;
import org.axonframework.messaging.timeout.HandlerTimeoutHandlerEnhancerDefinition;
import org.axonframework.springboot.updates.UpdateCheckConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.function.ThrowingConsumer;

/** What Axon brings along unless it is told not to. */
class AxonDefaultsTest {

    @ParameterizedTest
    @ValueSource(strings = {"standalone", "command", "query"})
    void areSwitchedOffOnEverySide(String side) {
        try (var store = EmbeddedMongo.inMemory();
                var running =
                        Running.start(main(side), "--okr.mongodb.uri=" + store.connectionString() + "/okr-ledger")) {
            var context = running.context();

            assertThat(context.getBeanNamesForType(HandlerTimeoutHandlerEnhancerDefinition.class))
                    .as("timeouts, which interrupt threads that have gone on to something else")
                    .isEmpty();
            assertThat(context.getBean(UpdateCheckConfiguration.class).getDisabled())
                    .as("asking the vendor for updates")
                    .isTrue();
            assertThat(context.getBeanNamesForType(MeterRegistry.class))
                    .as("a registry of meters of its own")
                    .containsExactly("simpleMeterRegistry");
        }
    }

    private static ThrowingConsumer<String[]> main(String side) {
        return switch (side) {
            case "command" -> CommandSideApplication::main;
            case "query" -> QuerySideApplication::main;
            default -> StandaloneApplication::main;
        };
    }
}

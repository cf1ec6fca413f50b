package io.okrledger.standalone;

import io.okrledger.standalone.address.OwnAddress;
import java.net.URI;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.function.ThrowingConsumer;

/** An application of the product, started in this JVM by its own main method, on a free port and on {@link MovedClock}. */
public record Running(ConfigurableApplicationContext context) implements AutoCloseable {

    public static Running start(ThrowingConsumer<String[]> main, String... arguments) {
        var all = Stream.concat(
                Stream.of("--server.port=0", "--server.address=127.0.0.1", "--logging.level.root=ERROR"),
                Stream.of(arguments));
        var running = SpringApplication.from(main).with(MovedClock.Wound.class).run(all.toArray(String[]::new));
        return new Running(running.getApplicationContext());
    }

    public URI address() {
        return OwnAddress.of(context.getEnvironment()).uri();
    }

    @Override
    public void close() {
        context.close();
    }
}

package io.okrledger.standalone;

import io.okrledger.embedded.EmbeddedMongo;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The store in {@code okr.data-dir}, on {@code okr.embedded.port}, where 0 takes a free one. */
@Configuration(proxyBeanMethods = false)
class EmbeddedStore {

    @Bean
    EmbeddedMongo embeddedMongo(
            @Value("${okr.data-dir:./okr-data}") String directory, @Value("${okr.embedded.port:0}") int port) {
        var data = Path.of(directory).toAbsolutePath().normalize();
        var store = EmbeddedMongo.open(data, port);
        LoggerFactory.getLogger(EmbeddedStore.class).info("The data is in {}", data);
        LoggerFactory.getLogger(EmbeddedStore.class).info("The store is at {}", store.connectionString());
        return store;
    }
}

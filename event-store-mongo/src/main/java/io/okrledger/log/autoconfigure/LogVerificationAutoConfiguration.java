package io.okrledger.log.autoconfigure;

import com.mongodb.client.MongoDatabase;
import io.okrledger.log.verification.LogVerification;
import java.time.Clock;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Lets operators have the log verified, where the application exposes the endpoint. */
@AutoConfiguration(after = LogAutoConfiguration.class)
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@ConditionalOnAvailableEndpoint(VerifyEndpoint.class)
public class LogVerificationAutoConfiguration {

    @Bean
    VerifyEndpoint verifyEndpoint(MongoDatabase database, Clock clock) {
        return new VerifyEndpoint(new LogVerification(database)::runFrom, clock);
    }
}

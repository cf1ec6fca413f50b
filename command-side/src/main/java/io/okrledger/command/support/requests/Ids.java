package io.okrledger.command.support.requests;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Makes the ids of new things: time-ordered UUIDs (version 7). */
@Component
public class Ids {

    private final NoArgGenerator generator = Generators.timeBasedEpochGenerator();

    public <T> T next(Function<UUID, T> type) {
        return type.apply(generator.generate());
    }
}

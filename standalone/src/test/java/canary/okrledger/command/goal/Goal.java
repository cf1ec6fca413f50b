package canary.okrledger.command.goal;

import canary.okrledger.command.support.Ids;
import canary.okrledger.command.team.TeamMemory;
import com.fasterxml.uuid.Generators;
import com.mongodb.client.MongoDatabase;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.springframework.http.HttpStatus;

/** Does all that an aggregate must not do. */
@Aggregate
public class Goal {

    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    List<Object> decide(Clock clock, MongoDatabase database, TeamMemory team, Ids ids) {
        return List.of(clock, database, team, ids, HttpStatus.OK, new SecureRandom(), dice());
    }

    private static List<UUID> dice() {
        return List.of(UUID.randomUUID(), Generators.timeBasedEpochGenerator().generate());
    }
}

package canary.okrledger.query.goals;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.async.SequentialPolicy;
import org.axonframework.queryhandling.QueryHandler;

public record GoalProjection(CommandGateway commands, SequentialPolicy order) {

    @QueryHandler
    Object answer(Object query) {
        return query;
    }
}

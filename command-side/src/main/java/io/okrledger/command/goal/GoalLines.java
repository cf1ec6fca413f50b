package io.okrledger.command.goal;

import io.okrledger.command.goal.GoalCommand.DefineGoal;
import io.okrledger.command.goal.GoalController.GoalDefinition;
import io.okrledger.command.support.lines.LineType;
import io.okrledger.command.support.lines.Request;
import io.okrledger.command.support.requests.NoFields;
import io.okrledger.events.goal.GoalId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an import says of goals. */
@Configuration(proxyBeanMethods = false)
class GoalLines {

    @Bean
    LineType<NoFields, GoalDefinition> goalLine() {
        return LineType.making(
                "goal", GoalId.class, GoalId::new, NoFields.class, GoalDefinition.class, (id, place, body, at) -> {
                    var command = new DefineGoal(id, body.title(), body.description(), body.ownerId());
                    return new Request(id, id, command);
                });
    }
}

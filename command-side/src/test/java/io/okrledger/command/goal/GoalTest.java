package io.okrledger.command.goal;

import io.okrledger.command.goal.GoalCommand.DefineGoal;
import io.okrledger.events.goal.GoalDefined;
import io.okrledger.events.goal.GoalId;
import io.okrledger.events.person.PersonId;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class GoalTest {

    @Test
    void isDefinedInWordsAndWithAnOwner() {
        var id = new GoalId(UUID.randomUUID());
        var ada = new PersonId("ada");
        new AggregateTestFixture<>(Goal.class)
                .givenNoPriorActivity()
                .when(new DefineGoal(id, "Increase customer retention", null, ada))
                .expectEvents(new GoalDefined(id, "Increase customer retention", null, ada));
    }
}

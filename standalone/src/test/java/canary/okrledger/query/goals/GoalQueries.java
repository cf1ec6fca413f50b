package canary.okrledger.query.goals;

import org.axonframework.eventhandling.EventHandler;

public class GoalQueries {

    @EventHandler
    void on(Object event) {}
}

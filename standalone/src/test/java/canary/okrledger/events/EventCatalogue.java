package canary.okrledger.events;

import canary.okrledger.events.cycle.CycleDrifted;
import canary.okrledger.events.goal.GoalDreamt;
import canary.okrledger.events.goal.GoalMuddled;
import canary.okrledger.events.team.TeamGuessed;
import java.util.List;

final class EventCatalogue {

    static final List<Class<?>> ENTRIES =
            List.of(GoalDreamt.class, GoalMuddled.class, TeamGuessed.class, CycleDrifted.class);

    private EventCatalogue() {}
}

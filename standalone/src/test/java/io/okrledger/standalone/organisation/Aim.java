package io.okrledger.standalone.organisation;

import io.okrledger.events.goal.GoalDefined;
import io.okrledger.events.goal.GoalEnded;
import io.okrledger.events.goal.GoalId;
import io.okrledger.events.goal.GoalOutcome;
import io.okrledger.events.goal.GoalOwnerReassigned;
import io.okrledger.events.goal.GoalReworded;
import io.okrledger.events.person.PersonId;
import java.util.List;

/** A goal of the organisation, until it ends. */
final class Aim {

    private final World world;
    private final Written stream;
    private final GoalId id;
    private String title;
    private PersonId owner;
    private boolean ended;

    Aim(World world, int number, PersonId owner) {
        this.world = world;
        this.owner = owner;
        id = world.newId(GoalId::new);
        stream = new Written("goal", id);
        title = "Goal %d: be the first that customers think of".formatted(number);
        world.make(owner, "DefineGoal", stream, id, List.of(new GoalDefined(id, title, null, owner)));
    }

    GoalId id() {
        return id;
    }

    boolean pursued() {
        return !ended;
    }

    void reword() {
        var old = title;
        title = title + " again";
        if (pursued() && title.length() < 200) {
            world.write(owner, "RewordGoal", stream, new GoalReworded(id, old, title, null, null));
        }
    }

    void handTo(PersonId person) {
        if (pursued() && !person.equals(owner)) {
            var old = owner;
            owner = person;
            world.write(person, "ReassignGoalOwner", stream, new GoalOwnerReassigned(id, old, person, "A new year"));
        }
    }

    void end() {
        ended = true;
        var outcome = world.chances().in1000(600) ? GoalOutcome.ACHIEVED : GoalOutcome.DROPPED;
        world.write(owner, "EndGoal", stream, new GoalEnded(id, outcome, "Looked at again after two years"));
    }
}

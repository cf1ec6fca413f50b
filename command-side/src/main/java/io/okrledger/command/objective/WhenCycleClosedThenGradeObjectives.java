package io.okrledger.command.objective;

import io.okrledger.command.objective.ObjectiveCommand.GradeObjective;
import io.okrledger.command.support.Streams;
import io.okrledger.command.support.requests.EventMetaData;
import io.okrledger.events.cycle.CycleClosed;
import io.okrledger.events.objective.ObjectiveCreated;
import io.okrledger.events.objective.ObjectiveId;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.stereotype.Component;

/**
 * Follows the log and grades the objectives of each cycle that closed. It survives a restart at any point, because a
 * graded objective ignores a second grading; and it catches an objective that was created while the close was being
 * committed, because every new objective is checked against its cycle as it stands then. Whichever of both it meets first,
 * a grade is caused by the close.
 */
@Component
@ProcessingGroup(WhenCycleClosedThenGradeObjectives.GROUP)
class WhenCycleClosedThenGradeObjectives {

    static final String GROUP = "grading";
    static final String ACTOR = "system:grading";

    private final CommandGateway commands;
    private final Streams streams;
    private final ObjectivesByCycle objectives;
    private final EventMetaData causes;

    WhenCycleClosedThenGradeObjectives(
            CommandGateway commands, Streams streams, ObjectivesByCycle objectives, EventMetaData causes) {
        this.commands = commands;
        this.streams = streams;
        this.objectives = objectives;
        this.causes = causes;
    }

    @EventHandler
    void on(ObjectiveCreated event) {
        objectives.add(event.cycleId(), event.objectiveId());
        streams.first(event.cycleId(), CycleClosed.class).ifPresent(closing -> grade(event.objectiveId(), closing));
    }

    @EventHandler
    void on(CycleClosed event, EventMessage<?> closing) {
        objectives.of(event.cycleId()).forEach(objective -> grade(objective, closing));
    }

    /** In a unit of work of its own: inside the batch's, the grades of all objectives would become one commit. */
    private void grade(ObjectiveId objectiveId, EventMessage<?> closing) {
        var metaData = MetaData.from(causes.correlationDataFor(closing)).and(EventMetaData.ACTOR, ACTOR);
        var batch = CurrentUnitOfWork.get();
        CurrentUnitOfWork.clear(batch);
        try {
            commands.sendAndWait(new GenericCommandMessage<>(new GradeObjective(objectiveId), metaData));
        } finally {
            CurrentUnitOfWork.set(batch);
        }
    }
}

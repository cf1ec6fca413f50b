package io.okrledger.command.objective;

import io.okrledger.command.objective.ObjectiveCommand.GradeObjective;
import io.okrledger.command.objective.surroundings.CycleTerms;
import io.okrledger.command.support.Streams;
import io.okrledger.command.support.requests.EventMetaData;
import io.okrledger.events.cycle.CycleClosed;
import io.okrledger.events.objective.ObjectiveCreated;
import io.okrledger.events.objective.ObjectiveId;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.stereotype.Component;

/**
 * Follows the log and grades the objectives of each cycle that closed. It survives a restart at any point, because a
 * graded objective ignores a second grading; and it catches an objective that was created while the close was being
 * committed, because every new objective is checked against its cycle as it stands then.
 */
@Component
@ProcessingGroup(WhenCycleClosedThenGradeObjectives.GROUP)
class WhenCycleClosedThenGradeObjectives {

    static final String GROUP = "grading";
    static final String ACTOR = "system:grading";

    private final CommandGateway commands;
    private final Streams streams;
    private final ObjectivesByCycle objectives;

    WhenCycleClosedThenGradeObjectives(CommandGateway commands, Streams streams, ObjectivesByCycle objectives) {
        this.commands = commands;
        this.streams = streams;
        this.objectives = objectives;
    }

    @EventHandler
    void on(ObjectiveCreated event) {
        objectives.add(event.cycleId(), event.objectiveId());
        if (CycleTerms.of(event.cycleId(), streams).isClosed()) {
            grade(event.objectiveId());
        }
    }

    @EventHandler
    void on(CycleClosed event) {
        objectives.of(event.cycleId()).forEach(this::grade);
    }

    /** In a unit of work of its own: inside the batch's, the grades of all objectives would become one commit. */
    private void grade(ObjectiveId objectiveId) {
        var batch = CurrentUnitOfWork.get();
        var metaData = MetaData.from(batch.getCorrelationData()).and(EventMetaData.ACTOR, ACTOR);
        CurrentUnitOfWork.clear(batch);
        try {
            commands.sendAndWait(new GenericCommandMessage<>(new GradeObjective(objectiveId), metaData));
        } finally {
            CurrentUnitOfWork.set(batch);
        }
    }
}

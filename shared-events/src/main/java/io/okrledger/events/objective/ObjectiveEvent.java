package io.okrledger.events.objective;

/** Every fact in the stream of an objective, its key results and their check-ins. */
public sealed interface ObjectiveEvent
        permits ObjectiveCreated,
                ObjectiveCarriedOver,
                ObjectiveReworded,
                ObjectiveAligned,
                ObjectiveOwnerReassigned,
                ObjectiveAbandoned,
                ObjectiveGraded,
                KeyResultEvent {

    ObjectiveId objectiveId();
}

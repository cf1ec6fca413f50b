package io.okrledger.events.objective;

/** Every fact in the stream of an objective, its key results and their check-ins. */
public sealed interface ObjectiveEvent
        permits ObjectiveCreated, ObjectiveOwnerReassigned, ObjectiveGraded, KeyResultEvent {

    ObjectiveId objectiveId();
}

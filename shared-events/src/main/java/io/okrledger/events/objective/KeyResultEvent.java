package io.okrledger.events.objective;

/** Every fact about one key result. */
public sealed interface KeyResultEvent extends ObjectiveEvent
        permits KeyResultAdded,
                KeyResultReworded,
                KeyResultOwnerReassigned,
                KeyResultTargetAdjusted,
                KeyResultReweighed,
                KeyResultDropped,
                CheckInRecorded,
                CheckInCorrected,
                CheckInRetracted,
                GradeAmended {

    KeyResultId keyResultId();
}

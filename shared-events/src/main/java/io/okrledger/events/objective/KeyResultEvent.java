package io.okrledger.events.objective;

/** Every fact about one key result. */
public sealed interface KeyResultEvent extends ObjectiveEvent
        permits KeyResultAdded, KeyResultOwnerReassigned, KeyResultTargetAdjusted, CheckInRecorded, CheckInCorrected {

    KeyResultId keyResultId();
}

package io.okrledger.events.objective;

/**
 * A key result that goes on with one of an earlier cycle: together they are one line of a measure.
 *
 * @param ancestorId the key result of the earlier cycle
 */
public record CarriedKeyResult(KeyResultId keyResultId, KeyResultId ancestorId) {}

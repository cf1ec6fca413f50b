package io.okrledger.command.objective;

import io.okrledger.events.calendar.IsoWeek;
import io.okrledger.events.objective.CheckInId;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.events.objective.Reading;
import io.okrledger.events.person.PersonId;
import io.okrledger.events.scoring.Adjustment;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** About a key result that its objective has. */
sealed interface KeyResultCommand extends ObjectiveCommand {

    KeyResultId keyResultId();

    record RewordKeyResult(ObjectiveId objectiveId, KeyResultId keyResultId, String title)
            implements KeyResultCommand {}

    record ReassignKeyResultOwner(
            ObjectiveId objectiveId,
            KeyResultId keyResultId,
            PersonId ownerId,
            @Nullable String reason) implements KeyResultCommand {}

    record AdjustKeyResultTarget(ObjectiveId objectiveId, KeyResultId keyResultId, Adjustment adjustment, String reason)
            implements KeyResultCommand {}

    record ReweighKeyResult(ObjectiveId objectiveId, KeyResultId keyResultId, int weight) implements KeyResultCommand {}

    record DropKeyResult(ObjectiveId objectiveId, KeyResultId keyResultId, String reason) implements KeyResultCommand {}

    /** Says after the close what the grade should have been. */
    record AmendGrade(ObjectiveId objectiveId, KeyResultId keyResultId, BigDecimal score, String reason)
            implements KeyResultCommand {}

    /**
     * Records a check-in.
     *
     * @param week the current week in the cycle's time zone when null
     * @param at the instant at which the check-in came in
     */
    record RecordCheckIn(
            ObjectiveId objectiveId,
            KeyResultId keyResultId,
            CheckInId checkInId,
            Reading reading,
            @Nullable IsoWeek week,
            Instant at)
            implements KeyResultCommand {}

    /** Replaces what a check-in said; what is null stays as it was. */
    record CorrectCheckIn(
            ObjectiveId objectiveId,
            KeyResultId keyResultId,
            CheckInId checkInId,
            @Nullable BigDecimal value,
            @Nullable Integer confidence,
            @Nullable String note,
            String reason)
            implements KeyResultCommand {

        Reading of(Reading before) {
            return new Reading(
                    value == null ? before.value() : value,
                    confidence == null ? before.confidence() : confidence,
                    note == null ? before.note() : note);
        }
    }

    record RetractCheckIn(ObjectiveId objectiveId, KeyResultId keyResultId, CheckInId checkInId, String reason)
            implements KeyResultCommand {}
}

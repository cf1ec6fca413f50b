package io.okrledger.query.cadence;

import io.okrledger.events.calendar.IsoWeek;
import io.okrledger.events.calendar.WeekState;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.person.PersonId;
import io.okrledger.query.objectives.facts.KnownKeyResult;
import java.time.Instant;

/**
 * A check-in that somebody owes, or will owe within this week.
 *
 * @param state OVERDUE or PENDING
 * @param ownerId who owes it: once it is due, the owner at the due moment and grace, until then the present one
 */
record DueCheckIn(
        String objectiveId,
        KeyResultId keyResultId,
        String title,
        IsoWeek week,
        Instant dueAt,
        WeekState state,
        PersonId ownerId) {

    static boolean isDue(Cell cell) {
        return cell.state() == WeekState.OVERDUE || cell.state() == WeekState.PENDING;
    }

    static DueCheckIn of(Cell cell, KnownKeyResult keyResult) {
        return new DueCheckIn(
                cell.objectiveId(),
                cell.keyResultId(),
                keyResult.title(),
                cell.week(),
                cell.dueAt(),
                cell.state(),
                cell.ownerId());
    }

    /** The order of the list: what has been owed for longest comes first. */
    String place() {
        return dueAt + "/" + keyResultId;
    }
}

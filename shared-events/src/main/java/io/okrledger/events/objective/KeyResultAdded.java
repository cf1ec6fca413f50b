package io.okrledger.events.objective;

import io.okrledger.events.person.PersonId;
import io.okrledger.events.scoring.Ambition;
import io.okrledger.events.scoring.Metric;

/** The objective got one more number by which it will be known. */
public record KeyResultAdded(
        ObjectiveId objectiveId,
        KeyResultId keyResultId,
        String title,
        Metric metric,
        PersonId ownerId,
        int weight,
        Ambition ambition)
        implements KeyResultEvent {}

package io.okrledger.query.objectives.facts;

import io.okrledger.events.person.PersonId;
import java.time.Instant;

/** Somebody owned a key result from an instant until the next tenure. */
public record Tenure(PersonId ownerId, Instant from) {}

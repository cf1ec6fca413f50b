package io.okrledger.query.objectives.facts;

import java.time.Instant;

/** An objective was abandoned, or a key result dropped. */
public record Ending(String reason, Instant at) {}

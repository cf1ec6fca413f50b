package io.okrledger.query.trends;

import io.okrledger.query.support.View;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A team, and since when it is no more. */
record KnownTeam(String id, @Nullable Instant retiredAt) implements View {}

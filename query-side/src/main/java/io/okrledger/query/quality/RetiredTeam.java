package io.okrledger.query.quality;

import io.okrledger.query.support.View;
import java.time.Instant;

/** A team that is no more, and since when. */
record RetiredTeam(String id, Instant at) implements View {}

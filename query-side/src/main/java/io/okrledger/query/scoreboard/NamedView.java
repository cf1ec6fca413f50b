package io.okrledger.query.scoreboard;

import io.okrledger.query.support.View;

/** What a team or a goal is called, for the lines that sum it up. */
record NamedView(String id, String name) implements View {}

package io.okrledger.log.eventstore;

import java.util.List;

/** An event for tests of what lies above the log. */
public record SomethingHappened(String what) {

    public static final String NAME = "thing.something-happened";
    public static final EventTypes TYPES = new EventTypes(List.of(new EventType(NAME, SomethingHappened.class)));
}

package io.okrledger.query.timeline;

import java.util.UUID;

/** The id of a goal, a team, a cycle or an objective. */
record StreamId(UUID value) {

    /** @throws IllegalArgumentException if the text is not a UUID of 36 characters */
    public static StreamId from(String text) {
        var id = new StreamId(UUID.fromString(text));
        if (!id.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("Not a UUID of 36 characters: " + text);
        }
        return id;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

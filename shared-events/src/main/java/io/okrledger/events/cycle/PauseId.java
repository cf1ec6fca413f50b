package io.okrledger.events.cycle;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The identity of a pause in the check-ins of a cycle: a time-ordered UUID (version 7) made by the server. */
public record PauseId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PauseId {}

    /**
     * Reads the usual 36-character form.
     *
     * @throws IllegalArgumentException if the text is not a UUID
     */
    public static PauseId from(String text) {
        var id = new PauseId(UUID.fromString(text));
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

package io.okrledger.events.person;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A person: the subject that the identity provider knows, opaque to the ledger. */
public record PersonId(@JsonValue String value) {

    /** The longest id that the ledger takes, in characters. */
    public static final int MAX_LENGTH = 200;

    /** @throws IllegalArgumentException if it is empty, too long, or has white space or control characters */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PersonId {
        if (value.isEmpty() || value.length() > MAX_LENGTH || value.chars().anyMatch(PersonId::isForbidden)) {
            throw new IllegalArgumentException(
                    "A person's id has 1 to " + MAX_LENGTH + " characters and no white space among them");
        }
    }

    private static boolean isForbidden(int character) {
        return Character.isWhitespace(character) || Character.isISOControl(character);
    }

    @Override
    public String toString() {
        return value;
    }
}

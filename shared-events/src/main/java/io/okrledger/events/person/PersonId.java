package io.okrledger.events.person;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A person: the subject that the identity provider knows, opaque to the ledger. */
public record PersonId(@JsonValue String value) {

    /** The longest id that the ledger takes, in characters. */
    public static final int MAX_LENGTH = 200;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PersonId {}

    @Override
    public String toString() {
        return value;
    }
}

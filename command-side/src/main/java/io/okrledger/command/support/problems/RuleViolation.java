package io.okrledger.command.support.problems;

import org.jspecify.annotations.Nullable;

/**
 * A command was refused: nothing was written. It carries no stack trace, because a refusal is an answer and not a fault.
 */
public final class RuleViolation extends RuntimeException {

    private final Rule rule;
    private final @Nullable String pointer;

    /** @param detail a sentence that a person can act on */
    public RuleViolation(Rule rule, String detail) {
        this(rule, detail, null);
    }

    /** @param pointer the JSON pointer of the field of the request that is to blame */
    public RuleViolation(Rule rule, String detail, @Nullable String pointer) {
        super(detail, null, false, false);
        this.rule = rule;
        this.pointer = pointer;
    }

    public Rule rule() {
        return rule;
    }

    public @Nullable String pointer() {
        return pointer;
    }
}

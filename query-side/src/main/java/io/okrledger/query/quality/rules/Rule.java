package io.okrledger.query.quality.rules;

import java.util.Locale;

/** What is looked for. The id of a rule is its name in kebab-case and never changes. */
public enum Rule {
    OBJECTIVE_HAS_NUMBER(Severity.INFO),
    OBJECTIVE_TOO_VAGUE(Severity.WARN),
    TOO_FEW_KEY_RESULTS(Severity.WARN),
    TOO_MANY_KEY_RESULTS(Severity.WARN),
    NOT_LINKED_TO_GOAL(Severity.INFO),
    KEY_RESULT_LOOKS_LIKE_TASK(Severity.WARN),
    KEY_RESULT_COUNTS_OUTPUT(Severity.INFO),
    KEY_RESULT_TOO_VAGUE(Severity.WARN),
    KEY_RESULT_WITHOUT_UNIT(Severity.INFO),
    TARGET_LOWERED(Severity.WARN),
    STALE(Severity.WARN),
    SET_AND_FORGET(Severity.WARN),
    CONFIDENCE_DROP(Severity.WARN),
    SANDBAGGED(Severity.INFO),
    OWNER_OVERLOADED(Severity.WARN),
    OWNER_UNASSIGNED_PERSON(Severity.WARN);

    /** The version of all rules and word lists together; another judgement of the same facts is another version. */
    public static final int VERSION = 2;

    /** How much a finding deserves attention: INFO may well be meant so. */
    public enum Severity {
        INFO,
        WARN
    }

    private final Severity severity;

    Rule(Severity severity) {
        this.severity = severity;
    }

    Severity severity() {
        return severity;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

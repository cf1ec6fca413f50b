package io.okrledger.command.support.problems;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Every reason for which a command is refused. The code of a rule is its name in kebab-case; clients rely on it, so it
 * never changes its meaning.
 */
public enum Rule {
    UNKNOWN_GOAL(HttpStatus.NOT_FOUND, "There is no such goal"),
    UNKNOWN_TEAM(HttpStatus.NOT_FOUND, "There is no such team"),
    UNKNOWN_CYCLE(HttpStatus.NOT_FOUND, "There is no such cycle"),
    UNKNOWN_OBJECTIVE(HttpStatus.NOT_FOUND, "There is no such objective"),
    UNKNOWN_KEY_RESULT(HttpStatus.NOT_FOUND, "There is no such key result"),
    UNKNOWN_CHECK_IN(HttpStatus.NOT_FOUND, "There is no such check-in"),

    GOAL_ENDED(HttpStatus.CONFLICT, "The goal has ended"),
    TEAM_RETIRED(HttpStatus.CONFLICT, "The team is retired"),
    TEAM_CYCLE(HttpStatus.CONFLICT, "A team cannot stand below itself"),

    CYCLE_LENGTH(HttpStatus.CONFLICT, "A cycle lasts 7 to 366 days"),
    CYCLE_NOT_PLANNED(HttpStatus.CONFLICT, "The cycle is no longer planned"),
    CYCLE_NOT_OPEN(HttpStatus.CONFLICT, "The cycle is not open"),
    CYCLE_CLOSED(HttpStatus.CONFLICT, "The cycle is closed"),
    PAUSE_OUTSIDE_CYCLE(HttpStatus.CONFLICT, "The pause has no day in the cycle"),
    CYCLE_NOT_LATER(HttpStatus.CONFLICT, "The cycle does not start later"),

    OBJECTIVE_ABANDONED(HttpStatus.CONFLICT, "The objective was abandoned"),
    OBJECTIVE_GRADED(HttpStatus.CONFLICT, "The objective is graded"),
    OBJECTIVE_NOT_GRADED(HttpStatus.CONFLICT, "The objective is not graded"),
    ALIGNMENT_LOOP(HttpStatus.CONFLICT, "The objective would stand above itself"),
    KEY_RESULT_DROPPED(HttpStatus.CONFLICT, "The key result was dropped"),
    TOO_MANY_KEY_RESULTS(HttpStatus.CONFLICT, "An objective has at most 10 active key results"),
    NUMBER_OUT_OF_RANGE(HttpStatus.CONFLICT, "A number has too many digits"),
    BASELINE_EQUALS_TARGET(HttpStatus.CONFLICT, "The target equals the baseline"),
    BAND_EMPTY(HttpStatus.CONFLICT, "The band is empty"),
    WEEK_IN_FUTURE(HttpStatus.CONFLICT, "The week has not begun"),
    WEEK_TOO_EARLY(HttpStatus.CONFLICT, "The week lies before the key result"),
    CHECK_IN_RETRACTED(HttpStatus.CONFLICT, "The check-in was retracted"),

    VERSION_CONFLICT(HttpStatus.PRECONDITION_FAILED, "The version has moved on"),
    IDEMPOTENCY_KEY_REUSED(HttpStatus.UNPROCESSABLE_CONTENT, "The idempotency key belongs to another request"),
    COMMIT_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The change is too large for one commit");

    private final HttpStatus status;
    private final String title;

    Rule(HttpStatus status, String title) {
        this.status = status;
        this.title = title;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The rule with that code. */
    public static Rule of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** The rule that answers for an id of that type; none if the type is not the id of a thing. */
    public static Optional<Rule> unknown(@Nullable Class<?> idType) {
        var thing = idType == null ? "" : idType.getSimpleName().replaceAll("Id$", "");
        var name = "UNKNOWN_" + thing.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
        return Arrays.stream(values()).filter(rule -> rule.name().equals(name)).findFirst();
    }

    public HttpStatus status() {
        return status;
    }

    String title() {
        return title;
    }
}

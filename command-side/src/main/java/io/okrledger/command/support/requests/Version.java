package io.okrledger.command.support.requests;

import io.okrledger.command.support.problems.InvalidRequest;
import io.okrledger.command.support.problems.Rule;
import io.okrledger.command.support.problems.RuleViolation;
import java.util.regex.Pattern;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;

/**
 * The version of an aggregate: the sequence number of its newest event, 0 right after its creation. Over HTTP it is the
 * entity tag, and If-Match makes a change conditional on it.
 */
public final class Version {

    /** The name under which the expected version travels with a command. */
    public static final String EXPECTED = "expectedVersion";

    private static final Pattern ENTITY_TAG = Pattern.compile("\"(\\d{1,18})\"");

    private Version() {}

    /**
     * Refuses the command that is being handled if its sender has seen another version of the aggregate.
     *
     * @throws RuleViolation version-conflict
     */
    public static void requireExpected(@Nullable String expected) {
        var actual = AggregateLifecycle.getVersion();
        if (expected != null && !expected.equals(String.valueOf(actual))) {
            throw new RuleViolation(
                    Rule.VERSION_CONFLICT,
                    "Expected version " + expected + ", but the actual version is " + actual
                            + ". Read the current state and decide again.");
        }
    }

    public static String entityTag(long version) {
        return "\"" + version + "\"";
    }

    /** What If-Match asks for; null when any version will do. */
    static @Nullable Long parse(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.equals("*")) {
            return null;
        }
        var tag = ENTITY_TAG.matcher(ifMatch);
        if (!tag.matches()) {
            throw new InvalidRequest("If-Match", "malformed", "If-Match takes one version such as \"3\", or *.");
        }
        return Long.valueOf(tag.group(1));
    }
}

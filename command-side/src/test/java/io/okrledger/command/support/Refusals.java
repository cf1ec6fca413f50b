package io.okrledger.command.support;

import io.okrledger.command.support.problems.InvalidRequest;
import io.okrledger.command.support.problems.Rule;
import io.okrledger.command.support.problems.RuleViolation;
import org.hamcrest.CustomTypeSafeMatcher;
import org.hamcrest.Matcher;

/** Says by which rule a command is to be refused. */
public final class Refusals {

    private Refusals() {}

    public static Matcher<Object> refusedBy(Rule rule) {
        return new CustomTypeSafeMatcher<>("a refusal by " + rule.code()) {
            @Override
            protected boolean matchesSafely(Object fault) {
                return fault instanceof RuleViolation violation && violation.rule() == rule;
            }
        };
    }

    public static Matcher<Object> invalidAt(String pointer) {
        return new CustomTypeSafeMatcher<>("an invalid request at " + pointer) {
            @Override
            protected boolean matchesSafely(Object fault) {
                return fault instanceof InvalidRequest invalid
                        && invalid.problems().stream()
                                .anyMatch(problem -> problem.pointer().equals(pointer));
            }
        };
    }
}

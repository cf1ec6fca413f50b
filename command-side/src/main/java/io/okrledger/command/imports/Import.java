package io.okrledger.command.imports;

import io.okrledger.command.imports.Destination.Taken;
import io.okrledger.command.imports.Result.Outcome;
import io.okrledger.command.imports.Result.Why;
import io.okrledger.command.support.lines.LineTypes;
import io.okrledger.command.support.problems.Problem;
import io.okrledger.command.support.problems.Rule;
import io.okrledger.command.support.problems.RuleViolation;
import io.okrledger.command.support.requests.Bodies;
import io.okrledger.log.LogUnavailableException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Takes a file line by line. A line that is refused changes nothing, and those behind it go on.
 *
 * @param now when the import began
 */
record Import(Bodies bodies, LineTypes types, Destination destination, Instant now, boolean dryRun) {

    /** @throws IOException if the file cannot be read, or nobody listens any more; no line is half done then */
    void run(LineSource file, Report report) throws IOException {
        while (file.next()) {
            try {
                report.add(resultOf(file));
            } catch (LogUnavailableException e) {
                report.stop(outOfReach(file.number(), e));
                return;
            }
        }
        report.end();
    }

    private Result resultOf(LineSource file) {
        JsonNode said = MissingNode.getInstance();
        try {
            said = bodies.parse(file.line());
            var line = types.read(said, new KnownRefs(types, destination), now);
            return result(file, said, destination.take(line));
        } catch (LogUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            return refused(file, said, Problem.of(inTermsOfLines(e)));
        }
    }

    private Result result(LineSource file, JsonNode said, Taken taken) {
        var done = dryRun ? Outcome.RECORDABLE : Outcome.RECORDED;
        var outcome = taken.before() ? Outcome.UNCHANGED : done;
        return new Result(
                file.number(), text(said, "type"), text(said, "ref"), outcome, taken.id(), taken.position(), null);
    }

    private static Result refused(LineSource file, JsonNode said, Problem problem) {
        return new Result(
                file.number(), text(said, "type"), text(said, "ref"), Outcome.REFUSED, null, null, Why.of(problem));
    }

    private static @Nullable String text(JsonNode said, String field) {
        return said.path(field).asString(null);
    }

    private static RuntimeException inTermsOfLines(RuntimeException failure) {
        var reused = failure instanceof RuleViolation violation && violation.rule() == Rule.IDEMPOTENCY_KEY_REUSED;
        return reused
                ? new RuleViolation(
                        Rule.IDEMPOTENCY_KEY_REUSED,
                        "A line of this type and ref said something else before, and that stands. Something new takes a new ref.",
                        "/ref")
                : failure;
    }

    private static Why outOfReach(long number, LogUnavailableException failure) {
        var fate = failure.outcomeUnknown() ? "whether it was recorded is not known" : "nothing of it was recorded";
        var detail = "The store did not answer at line " + number + ": " + fate
                + ". The lines before it are settled. Run the same import again; it goes on from there.";
        return new Why(Problem.of(failure).code(), detail, List.of());
    }
}

package io.okrledger.command.support.lines;

import io.okrledger.command.support.problems.FieldProblem;
import io.okrledger.command.support.requests.Text;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;

/** What every line says, whatever its type. */
record Heading(
        @NotNull String type,
        @NotNull @Text(max = Text.TITLE) String ref,
        @NotNull Instant effectiveAt) {

    /** Weeks are counted from instants, and nobody has OKRs from before this one. */
    private static final Instant EARLIEST = Instant.EPOCH;

    void check(Instant now, List<FieldProblem> problems) {
        if (effectiveAt != null && effectiveAt.isAfter(now)) {
            problems.add(new FieldProblem(
                    "/effectiveAt", "in-future", "What is imported has happened; it is " + now + " now."));
        }
        if (effectiveAt != null && effectiveAt.isBefore(EARLIEST)) {
            problems.add(new FieldProblem("/effectiveAt", "out-of-range", "At least " + EARLIEST + "."));
        }
    }
}

package io.okrledger.command.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.okrledger.command.support.problems.FieldProblem;
import io.okrledger.command.support.problems.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a line.
 *
 * @param type what the line said as such, if it could be read
 * @param ref what the line said as such, if it could be read
 * @param id of what it made
 * @param position a model that has reached this position of the log shows it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Result(
        long line,
        @Nullable String type,
        @Nullable String ref,
        Outcome outcome,
        @Nullable String id,
        @Nullable Long position,
        @Nullable Why problem) {

    enum Outcome {
        /** Its facts are in the log now. */
        RECORDED,
        /** It would have been recorded. */
        RECORDABLE,
        /** The same line was recorded before. */
        UNCHANGED,
        /** Nothing of it is in the log. */
        REFUSED
    }

    /** @param errors what is wrong with which field, by its place in the line */
    record Why(
            String code,
            @Nullable String detail,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldProblem> errors) {

        static Why of(Problem problem) {
            return new Why(problem.code(), problem.detail(), problem.errors());
        }
    }
}

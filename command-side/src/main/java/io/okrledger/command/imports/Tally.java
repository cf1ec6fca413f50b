package io.okrledger.command.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How far an import has come.
 *
 * @param line the last line that was dealt with
 * @param recorded in a dry run, the lines that could have been recorded
 */
record Tally(long line, long recorded, long unchanged, long refused) {

    static final Tally NONE = new Tally(0, 0, 0, 0);

    Tally and(Result result) {
        return switch (result.outcome()) {
            case RECORDED, RECORDABLE -> new Tally(result.line(), recorded + 1, unchanged, refused);
            case UNCHANGED -> new Tally(result.line(), recorded, unchanged + 1, refused);
            case REFUSED -> new Tally(result.line(), recorded, unchanged, refused + 1);
        };
    }

    /** Told while it runs. */
    record Progress(Tally progress) {}

    /**
     * Told at the end.
     *
     * @param complete whether the end of the file was reached
     * @param problem why it was not
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Summary(Tally summary, boolean dryRun, boolean complete, Result.@Nullable Why problem) {}
}

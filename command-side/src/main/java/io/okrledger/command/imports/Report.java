package io.okrledger.command.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/** Writes the answer while the import runs, a JSON object to a line. */
final class Report {

    private static final int LINES = 1_000;
    private static final long INTERVAL = TimeUnit.SECONDS.toNanos(1);

    private final OutputStream answer;
    private final JsonMapper json;
    private final boolean dryRun;
    private Tally tally = Tally.NONE;
    private long told = System.nanoTime();

    Report(OutputStream answer, JsonMapper json, boolean dryRun) {
        this.answer = answer;
        this.json = json;
        this.dryRun = dryRun;
    }

    /** @throws IOException if nobody listens any more */
    void add(Result result) throws IOException {
        tally = tally.and(result);
        write(result);
        var settled = tally.recorded() + tally.unchanged() + tally.refused();
        if (settled % LINES == 0 || System.nanoTime() - told >= INTERVAL) {
            write(new Tally.Progress(tally));
            answer.flush();
            told = System.nanoTime();
        }
    }

    void end() throws IOException {
        write(new Tally.Summary(tally, dryRun, true, null));
        answer.flush();
    }

    void stop(Result.Why problem) throws IOException {
        write(new Tally.Summary(tally, dryRun, false, problem));
        answer.flush();
    }

    private void write(Record line) throws IOException {
        answer.write(json.writeValueAsBytes(line));
        answer.write('\n');
    }
}

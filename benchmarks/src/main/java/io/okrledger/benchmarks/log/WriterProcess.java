package io.okrledger.benchmarks.log;

import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;

/** A {@link Writer} as the process that started it sees it. */
final class WriterProcess {

    private final Process process;
    private final PrintWriter orders;
    private final BufferedReader answers;
    private long acknowledged;

    private WriterProcess(Process process) {
        this.process = process;
        orders = new PrintWriter(process.outputWriter(), true);
        answers = process.inputReader();
    }

    static WriterProcess start(String connectionString) throws IOException {
        return new WriterProcess(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        connectionString)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** @param longestPause of each thread after each append; half of it on average */
    void begin(int threads, Duration time, Duration longestPause) {
        orders.println(threads + " " + time.toMillis() + " " + longestPause.toMillis());
    }

    /** Waits for the end of what was begun, and returns how many events that were. */
    int end() throws IOException {
        var before = acknowledged;
        acknowledged = Long.parseLong(requireNonNull(answers.readLine(), "The writer ended by itself."));
        return (int) (acknowledged - before);
    }

    /** All since it was started. */
    long acknowledged() {
        return acknowledged;
    }

    void finish() throws InterruptedException {
        orders.close();
        process.waitFor();
    }
}

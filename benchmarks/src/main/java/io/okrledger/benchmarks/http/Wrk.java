package io.okrledger.benchmarks.http;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The load tool, on one thread beside the product. */
final class Wrk {

    private static final Pattern DONE =
            Pattern.compile("requests=(\\d+) micros=(\\d+) failed=(\\d+) other=(\\d+) p50=(\\d+) p99=(\\d+)");

    private final Path script;

    /** What one run gave. */
    record Run(double perSecond, Duration p50, Duration p99) {}

    private Wrk(Path script) {
        this.script = script;
    }

    /**
     * @param directory where to put its script
     * @throws IllegalStateException if it is not installed
     */
    static Wrk in(Path directory) throws IOException, InterruptedException {
        try {
            new ProcessBuilder("wrk", "-v").redirectErrorStream(true).start().waitFor();
        } catch (IOException e) {
            throw new IllegalStateException("wrk is missing; on Debian: apt install wrk", e);
        }
        var script = directory.resolve("requests.lua");
        try (var source = Wrk.class.getResourceAsStream("requests.lua")) {
            Files.write(script, requireNonNull(source).readAllBytes());
        }
        return new Wrk(script);
    }

    /** Asks for one thing again and again. */
    Run get(String url, int connections, Duration time) throws IOException, InterruptedException {
        return finish(start(url, connections, time, List.of()));
    }

    /** Checks in, each time with a key of its own, to each of the paths in this file in turns. */
    Run checkIn(String url, Path paths, int connections, Duration time) throws IOException, InterruptedException {
        return finish(startCheckIns(url, paths, connections, time, Duration.ZERO));
    }

    /** @param pause of each connection after each answer */
    Process startCheckIns(String url, Path paths, int connections, Duration time, Duration pause) throws IOException {
        return start(
                url,
                connections,
                time,
                List.of(paths.toString(), Long.toString(System.nanoTime(), 36), Long.toString(pause.toMillis())));
    }

    /**
     * Asks each of the questions in this file in turns.
     *
     * @param answers the file of what may be answered, a line each
     * @param pause of each connection after each answer
     */
    Process startQuestions(String url, Path questions, Path answers, int connections, Duration time, Duration pause)
            throws IOException {
        return start(
                url,
                connections,
                time,
                List.of(questions.toString(), "", Long.toString(pause.toMillis()), answers.toString()));
    }

    /** The same as {@link #finish} before its time has come. */
    Run stop(Process wrk) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(wrk.pid())).start().waitFor();
        return finish(wrk);
    }

    private Process start(String url, int connections, Duration time, List<String> arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                "wrk",
                "-t1",
                "-c" + connections,
                "-d" + Math.max(1, time.toSeconds()) + "s",
                "--timeout",
                "30s",
                "-s",
                script.toString(),
                url,
                "--"));
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** @throws IllegalStateException if a single request was refused or had no answer, or one that may not be */
    Run finish(Process wrk) throws IOException, InterruptedException {
        var output = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        wrk.waitFor();
        var done = DONE.matcher(output);
        if (!done.find() || !done.group(3).equals("0") || !done.group(4).equals("0")) {
            throw new IllegalStateException("wrk says:\n" + output);
        }
        return new Run(
                Long.parseLong(done.group(1)) * 1e6 / Long.parseLong(done.group(2)),
                Duration.ofNanos(1_000 * Long.parseLong(done.group(5))),
                Duration.ofNanos(1_000 * Long.parseLong(done.group(6))));
    }
}

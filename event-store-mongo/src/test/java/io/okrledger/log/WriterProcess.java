package io.okrledger.log;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A child process with {@link LogWriters}; what they say becomes history. */
public final class WriterProcess {

    /**
     * What it has to do.
     *
     * @param store the directory that it opens, or the connection string of a store that is open
     * @param own the name of the streams that nobody else writes to
     * @param shared the name of the stream that all writers want
     * @param keys whoever repeats requests of another process has the same name here
     * @param commits how many each writer appends
     * @param first the number of the first request of each writer
     */
    record Task(String store, String own, String shared, String keys, int commits, List<Integer> first) {

        static final int ENDLESS = 1_000_000_000;

        private static final int FIXED = 5;

        static Task of(List<String> arguments) {
            return new Task(
                    arguments.get(0),
                    arguments.get(1),
                    arguments.get(2),
                    arguments.get(3),
                    Integer.parseInt(arguments.get(4)),
                    arguments.stream().skip(FIXED).map(Integer::valueOf).toList());
        }

        private Stream<String> arguments() {
            return Stream.concat(
                    Stream.of(store, own, shared, keys, String.valueOf(commits)),
                    first.stream().map(String::valueOf));
        }
    }

    private final long started = System.nanoTime();
    private final int[] acknowledged;
    private final Path errors;
    private final History history;
    private final Process process;
    private final BufferedReader lines;

    private WriterProcess(Task task, Path errors, History history) throws IOException {
        acknowledged = new int[task.first().size()];
        this.errors = errors;
        this.history = history;
        process = new ProcessBuilder(
                        Stream.concat(java(LogWriters.class), task.arguments()).toList())
                .redirectError(errors.toFile())
                .start();
        lines = process.inputReader();
    }

    /** @param errors the file for what it complains of */
    static WriterProcess start(Task task, Path errors, History history) throws IOException {
        return new WriterProcess(task, errors, history);
    }

    /** What runs a class of the tests in a process of its own. */
    public static Stream<String> java(Class<?> main) {
        return Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName());
    }

    /** How many commits each writer knows of. */
    List<Integer> acknowledged() {
        return Arrays.stream(acknowledged).boxed().toList();
    }

    void read(int count) throws IOException {
        for (var i = 0; i < count; i++) {
            var line = lines.readLine();
            if (line == null) {
                throw endedByItself();
            }
            take(line);
        }
    }

    /** Reads until it has done its task. */
    void finish() throws IOException, InterruptedException {
        lines.lines().forEach(this::take);
        if (process.waitFor() != 0) {
            throw endedByItself();
        }
    }

    /** Kills it, and reads what it has said before. */
    void killIn(int milliseconds) throws IOException, InterruptedException {
        if (process.waitFor(milliseconds, TimeUnit.MILLISECONDS)) {
            throw endedByItself();
        }
        // By its handle: Process.destroyForcibly would also close the stream that holds what was said last.
        process.toHandle().destroyForcibly();
        lines.lines().forEach(this::take);
        process.waitFor();
    }

    private AssertionError endedByItself() throws IOException {
        return new AssertionError("It ended by itself: " + Files.readString(errors));
    }

    private void take(String line) {
        var words = line.split(" ");
        if (!words[words.length - 1].equals(".")) {
            return;
        }
        var commit = UUID.fromString(words[1]);
        var at = onOurClock(Long.parseLong(words[2]));
        switch (words[0]) {
            case "begun" -> history.begun(commit, at);
            case "refused" -> history.refused(commit);
            default -> {
                history.acknowledged(commit, at, Long.parseLong(words[3]), words[4]);
                acknowledged[Integer.parseInt(words[5])]++;
            }
        }
    }

    /** That all processes of a machine share the monotonic clock is true where we run, and not promised. */
    private long onOurClock(long at) {
        if (at < started || at > System.nanoTime()) {
            throw new AssertionError("A child process has another monotonic clock; times cannot be compared.");
        }
        return at;
    }
}

package io.okrledger.embedded.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A process that says what it has done, line by line, until it is killed. */
final class Child {

    private final Process process;
    private final Path errors;
    private final BufferedReader lines;

    private Child(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
        lines = process.inputReader();
    }

    /** @param errors the file that takes what it complains of */
    static Child start(Class<?> main, Path errors, List<String> arguments) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = Stream.concat(
                Stream.of(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName()),
                arguments.stream());
        return new Child(
                new ProcessBuilder(command.toList())
                        .redirectError(errors.toFile())
                        .start(),
                errors);
    }

    /** Takes so many lines; it is a failure of the child when there are fewer. */
    void read(int count, Consumer<String> taker) throws IOException {
        for (var i = 0; i < count; i++) {
            var line = lines.readLine();
            if (line == null) {
                throw new AssertionError("It ended by itself: " + Files.readString(errors));
            }
            taker.accept(line);
        }
    }

    /** Takes what it says until it ends by itself. */
    void awaitEnd(Consumer<String> taker) throws InterruptedException {
        lines.lines().forEach(taker);
        process.waitFor();
    }

    /** Kills it after a while, and takes what it has said before. */
    void kill(int milliseconds, Consumer<String> taker) throws Exception {
        if (process.waitFor(milliseconds, TimeUnit.MILLISECONDS)) {
            throw new AssertionError("It ended by itself: " + Files.readString(errors));
        }
        // By its handle: Process.destroyForcibly would also close the stream that holds what was said last.
        process.toHandle().destroyForcibly();
        awaitEnd(taker);
    }
}

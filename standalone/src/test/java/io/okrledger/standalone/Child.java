package io.okrledger.standalone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A process of its own with the class path of the tests. Closing it kills it. */
public final class Child implements AutoCloseable {

    private static final Pattern READY = Pattern.compile(".*ready at (http://\\S+),.*");
    private static final List<String> LEDGER = List.of(
            "--server.port=0",
            // The address is told there, and this is the only way to learn of it.
            "--logging.level.io.okrledger.standalone.address=INFO");

    private final Process process;
    private final BufferedReader output;

    private Child(Process process) {
        this.process = process;
        output = process.inputReader();
    }

    public static Child start(Class<?> main, String... arguments) {
        return start(main, Stream.of(arguments));
    }

    /** A whole ledger on a port of its own, see {@link #address}. */
    public static Child startLedger(Class<?> main, Path directory) {
        return start(main, Stream.concat(Stream.of("--okr.data-dir=" + directory), LEDGER.stream()));
    }

    private static Child start(Class<?> main, Stream<String> arguments) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = Stream.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName());
        try {
            return new Child(
                    new ProcessBuilder(Stream.concat(command, arguments).toList())
                            .redirectErrorStream(true)
                            .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Process process() {
        return process;
    }

    /** Of a ledger, once it is ready. */
    public URI address() {
        return URI.create(await(READY));
    }

    /** Returns the first group of the next line that matches. */
    public String await(Pattern line) {
        try {
            for (var said = output.readLine(); said != null; said = output.readLine()) {
                var match = line.matcher(said);
                if (match.matches()) {
                    return match.group(1);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("The process ended before it said " + line);
    }

    /** Whatever it says until it ends. */
    public List<String> lines() {
        return output.lines().toList();
    }

    /** By its handle: Process.destroyForcibly would close the stream on which it may still be writing. */
    @Override
    public void close() {
        process.toHandle().destroyForcibly();
        process.onExit().join();
    }
}

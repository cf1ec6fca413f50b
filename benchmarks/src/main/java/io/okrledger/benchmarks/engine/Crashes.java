package io.okrledger.benchmarks.engine;

import io.okrledger.benchmarks.measure.Directories;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * What is there after {@code kill -9}. This shows what the engine had given to the operating system, and whether its
 * files open again; the loss of power is another matter, and not tried here.
 */
final class Crashes {

    private static final int ROUNDS = 10;
    private static final int TOLD_BEFORE_THE_KILL = 3_000;

    private Crashes() {}

    static void print(Path directory) throws Exception {
        System.out.println("| engine | kills | acknowledged | missing | not in both indexes |");
        System.out.println("|---|---|---|---|---|");
        for (var candidate : Candidate.values()) {
            print(candidate, directory.resolve(candidate.name()));
        }
    }

    private static void print(Candidate candidate, Path directory) throws Exception {
        var total = new int[3];
        for (var round = 0; round < ROUNDS; round++) {
            var acknowledged = killed(candidate, Directories.empty(directory));
            try (var engine = candidate.open(directory)) {
                total[0] += acknowledged.size();
                for (var id : acknowledged) {
                    var document = Document.of(id, 0);
                    total[1] += Arrays.equals(engine.engine().get(id), document.body()) ? 0 : 1;
                    total[2] += engine.engine().isIndexed(document) ? 0 : 1;
                }
            }
        }
        System.out.printf("| %s | %d | %d | %d | %d |%n", candidate, ROUNDS, total[0], total[1], total[2]);
        Directories.delete(directory);
    }

    private static Set<Long> killed(Candidate candidate, Path directory) throws Exception {
        var writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessWriter.class.getName(),
                        candidate.name(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var acknowledged = new HashSet<Long>();
        try (var lines = writer.inputReader()) {
            lines.lines().limit(TOLD_BEFORE_THE_KILL).forEach(line -> add(line, acknowledged));
            // By its handle: Process.destroyForcibly would also close the stream that holds what was told last.
            writer.toHandle().destroyForcibly();
            lines.lines().forEach(line -> add(line, acknowledged));
        }
        writer.waitFor();
        if (acknowledged.size() < TOLD_BEFORE_THE_KILL) {
            throw new IllegalStateException("The writer ended by itself.");
        }
        return acknowledged;
    }

    /** A line ends with a dot, so that one which the kill has cut is told from one which is whole. */
    private static void add(String line, Set<Long> acknowledged) {
        if (line.endsWith(".")) {
            acknowledged.add(Long.valueOf(line.substring(0, line.length() - 1)));
        }
    }
}

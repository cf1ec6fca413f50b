package io.okrledger.benchmarks.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this process has caused to be written to a disk, as Linux counts it. */
final class DiskWrites {

    private static final Path COUNTERS = Path.of("/proc/self/io");
    private static final String WRITTEN = "write_bytes: ";

    private DiskWrites() {}

    /** Bytes since the process began; 0 on other systems. */
    static long bytes() throws IOException {
        if (!Files.isReadable(COUNTERS)) {
            return 0;
        }
        return Files.readAllLines(COUNTERS).stream()
                .filter(line -> line.startsWith(WRITTEN))
                .mapToLong(line -> Long.parseLong(line.substring(WRITTEN.length())))
                .sum();
    }
}

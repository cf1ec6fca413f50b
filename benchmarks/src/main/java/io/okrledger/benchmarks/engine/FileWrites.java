package io.okrledger.benchmarks.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What this process has given to write calls, as Linux counts it. Its other counter, write_bytes, takes whole folios of the
 * page cache for written when a part of them is, and told twenty times of what a disk got from an engine that writes pages
 * here and there.
 */
final class FileWrites {

    private static final Path COUNTERS = Path.of("/proc/self/io");
    private static final String WRITTEN = "wchar: ";

    private FileWrites() {}

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

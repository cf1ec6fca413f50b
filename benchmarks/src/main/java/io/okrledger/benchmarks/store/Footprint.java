package io.okrledger.benchmarks.store;

import io.okrledger.benchmarks.measure.Directories;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a store takes of the machine.
 *
 * @param heap bytes in use in this process, the client's included
 * @param resident bytes of memory of this process; 0 where there is no /proc
 * @param fileBytes what the files are long
 * @param files how many there are
 */
record Footprint(long heap, long resident, long fileBytes, int files) {

    private static final Path STATUS = Path.of("/proc/self/status");

    static Footprint of(Path directory) throws IOException {
        return new Footprint(
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                residentNow(),
                Directories.bytes(directory),
                Directories.files(directory).size());
    }

    private static long residentNow() throws IOException {
        if (!Files.exists(STATUS)) {
            return 0;
        }
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }
}

package io.okrledger.embedded.crash;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A disk of 160 MB, in memory, for those who may mount one. */
final class SmallDisk {

    private static final int MEGABYTE = 1 << 20;

    private final Path directory;

    private SmallDisk(Path directory) {
        this.directory = directory;
    }

    static SmallDisk mount(Path directory) throws Exception {
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=160m", "tmpfs", directory.toString()), "may not mount");
        return new SmallDisk(directory);
    }

    private static boolean run(String... command) throws Exception {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
        } catch (IOException e) {
            return false; // There is no such program.
        }
    }

    Path data() {
        return directory.resolve("data");
    }

    Path copy() {
        return directory.resolve("copy");
    }

    /** Takes what there is but for so many megabytes. */
    void fill(int left) throws IOException {
        try (var other = Files.newOutputStream(other())) {
            while (Files.getFileStore(directory).getUsableSpace() > (long) left * MEGABYTE) {
                other.write(new byte[MEGABYTE]);
            }
        }
    }

    void free() throws IOException {
        Files.delete(other());
    }

    private Path other() {
        return directory.resolve("other");
    }

    void unmount() throws Exception {
        run("umount", directory.toString());
    }
}

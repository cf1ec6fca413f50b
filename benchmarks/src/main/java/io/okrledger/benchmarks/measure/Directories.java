package io.okrledger.benchmarks.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** The directories that stores keep their files in. */
public final class Directories {

    private Directories() {}

    /** Makes the directory, without what an earlier run may have left in it. */
    public static Path empty(Path directory) throws IOException {
        delete(directory);
        return Files.createDirectories(directory);
    }

    public static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (var paths = Files.walk(directory)) {
                for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    public static List<Path> files(Path directory) throws IOException {
        try (var paths = Files.walk(directory)) {
            return paths.filter(Files::isRegularFile).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The lengths of the files, together. */
    public static long bytes(Path directory) throws IOException {
        var bytes = 0L;
        for (var file : files(directory)) {
            bytes += bytesOf(file);
        }
        return bytes;
    }

    private static long bytesOf(Path file) throws IOException {
        try {
            return Files.size(file);
        } catch (NoSuchFileException e) {
            return 0; // Stores delete files while they work.
        }
    }
}

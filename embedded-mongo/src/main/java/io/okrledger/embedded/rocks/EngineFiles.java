package io.okrledger.embedded.rocks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What an engine leaves in its directory. */
final class EngineFiles {

    /** Names the file that names all others. */
    private static final String CURRENT = "CURRENT";

    private EngineFiles() {}

    /**
     * An engine that does not find its first file takes the directory for a new one, and removes at its next start what
     * it does not know.
     *
     * @throws StoreFailedException if there is data without that file
     */
    static void requireWhole(Path directory) throws IOException {
        if (Files.exists(directory.resolve(CURRENT))) {
            return;
        }
        try (var files = Files.list(directory)) {
            if (files.anyMatch(EngineFiles::holdsData)) {
                throw StoreFailedException.damaged("the file " + CURRENT + " is missing");
            }
        }
    }

    private static boolean holdsData(Path file) {
        var name = file.toString();
        return name.endsWith(".sst") || name.endsWith(".log");
    }
}

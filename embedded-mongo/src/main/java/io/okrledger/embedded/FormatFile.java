package io.okrledger.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Says which version of the layout a data directory has. */
final class FormatFile {

    private static final String OURS = "okr-ledger store 1";
    private static final String SAME_KIND = "okr-ledger store ";

    private final Path directory;
    private final Path file;

    FormatFile(Path directory) {
        this.directory = directory;
        file = directory.resolve("format");
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** Whole or not there: half of it would keep everybody from the data that comes after it. */
    void write() throws IOException {
        var unfinished = directory.resolve("format.new");
        try (var channel = FileChannel.open(unfinished, CREATE, TRUNCATE_EXISTING, WRITE)) {
            channel.write(UTF_8.encode(OURS + "\n"));
            channel.force(true);
        }
        Files.move(unfinished, file, ATOMIC_MOVE);
    }

    /** @throws StoreUnavailableException if the layout is not the one that this version reads */
    void require() throws IOException {
        var found = Files.readString(file).strip();
        if (!found.equals(OURS)) {
            throw new StoreUnavailableException("The data directory " + directory + describe(found));
        }
    }

    private static String describe(String found) {
        return found.startsWith(SAME_KIND)
                ? " has the format \"" + found + "\", and this version reads \"" + OURS
                        + "\": it is of a newer version."
                : " has a format that is not ours.";
    }
}

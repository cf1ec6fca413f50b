package io.okrledger.embedded;

import static io.okrledger.embedded.rocks.Engine.LEAST_FREE_BYTES;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import io.okrledger.embedded.rocks.StoreFailedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * A directory that keeps a store, held by this process. What it cannot use it leaves as it is.
 *
 * <pre>
 * format   which version of this layout it is
 * lock     held by the process that has the store open
 * data     the files of the engine
 * native   the engine's code, put there at each start
 * </pre>
 */
final class DataDirectory implements AutoCloseable {

    private static final String DATA = "data";

    private final Path directory;
    private final FileChannel lock;

    private DataDirectory(Path directory, FileChannel lock) {
        this.directory = directory;
        this.lock = lock;
    }

    /** @throws StoreUnavailableException if it cannot be used, with the reason in one sentence */
    static DataDirectory hold(Path given) {
        var directory = given.toAbsolutePath().normalize();
        try {
            requireUsable(directory);
            var held = new DataDirectory(directory, lock(directory));
            held.prepare();
            return held;
        } catch (IOException e) {
            throw new StoreUnavailableException(
                    "The data directory " + directory + " cannot be used: " + reason(e) + ".", e);
        }
    }

    /**
     * Makes a directory that can be held later.
     *
     * @param data puts the files of the engine into the directory that it is given, which it makes
     * @throws IllegalArgumentException if there is something of that name
     * @throws StoreUnavailableException if it cannot be written, with the reason in one sentence
     */
    static void write(Path directory, Consumer<Path> data) {
        if (Files.exists(directory, NOFOLLOW_LINKS)) {
            throw new IllegalArgumentException("The copy " + directory + " is not made: there is one of that name.");
        }
        try {
            Files.createDirectories(directory.toAbsolutePath().getParent());
            Files.createDirectory(directory);
            fill(directory, data);
        } catch (IOException e) {
            throw unwritable(directory, reason(e), e);
        } catch (StoreFailedException e) {
            throw unwritable(directory, e.isDiskFull() ? "the disk is full" : String.valueOf(e.getMessage()), e);
        }
    }

    private static void fill(Path directory, Consumer<Path> data) throws IOException {
        try {
            data.accept(directory.resolve(DATA));
        } catch (StoreFailedException e) {
            Files.deleteIfExists(directory); // An empty one would be opened as a new store.
            throw e;
        }
        new FormatFile(directory).write();
    }

    private static StoreUnavailableException unwritable(Path copy, String reason, Exception cause) {
        return new StoreUnavailableException("The copy " + copy + " cannot be written: " + reason + ".", cause);
    }

    private static void requireUsable(Path directory) throws IOException {
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw new StoreUnavailableException("The data directory " + directory + " is a file.");
        }
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new StoreUnavailableException("The data directory " + directory + " cannot be made.", e);
        }
        requireRights(directory);
        var free = Files.getFileStore(directory).getUsableSpace();
        if (free < LEAST_FREE_BYTES) {
            throw new StoreUnavailableException("The disk of the data directory " + directory + " is full: "
                    + (free >> 20) + " MB are left, and " + (LEAST_FREE_BYTES >> 20) + " MB are needed.");
        }
    }

    private static void requireRights(Path directory) throws AccessDeniedException {
        if (!Files.isReadable(directory) || !Files.isWritable(directory)) {
            throw new AccessDeniedException(directory.toString());
        }
    }

    private static FileChannel lock(Path directory) throws IOException {
        var channel = FileChannel.open(directory.resolve("lock"), CREATE, WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // Held by this process: the same answer.
        }
        channel.close();
        throw new StoreUnavailableException("The data directory " + directory + " is in use by another process.");
    }

    private void prepare() throws IOException {
        try {
            requireFormat();
            requireRights(Files.createDirectories(data()));
            requireRights(Files.createDirectories(scratch()));
        } catch (IOException | StoreUnavailableException e) {
            close();
            throw e;
        }
    }

    private void requireFormat() throws IOException {
        var format = new FormatFile(directory);
        if (!format.exists()) {
            requireEmpty();
            format.write();
        }
        format.require();
    }

    private void requireEmpty() {
        if (Files.exists(data()) || Files.exists(directory.resolve("store.mv"))) {
            throw new StoreUnavailableException("The data directory " + directory
                    + " holds data of another format, which this version cannot read.");
        }
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException denied) {
            return "this user may not read and write " + denied.getFile();
        }
        if (e instanceof FileAlreadyExistsException taken) {
            return taken.getFile() + " is in the way";
        }
        var reason = e instanceof FileSystemException system ? system.getReason() : null;
        return reason == null ? String.valueOf(e.getMessage()) : reason;
    }

    Path data() {
        return directory.resolve(DATA);
    }

    Path scratch() {
        return directory.resolve("native");
    }

    @Override
    public String toString() {
        return directory.toString();
    }

    /** Lets go of it. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.okrledger.command.imports;

import io.okrledger.command.support.problems.InvalidRequest;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** The lines of a file, one after the other, in no more memory than the longest line may have. */
final class LineSource {

    static final int LONGEST = 64 * 1024;

    private final InputStream file;
    private byte[] line = new byte[0];
    private long number;

    LineSource(InputStream file) {
        this.file = new BufferedInputStream(file);
    }

    /** Goes to the next line that is not blank; false at the end. */
    boolean next() throws IOException {
        while (read()) {
            number++;
            if (!isBlank()) {
                return true;
            }
        }
        return false;
    }

    /** Counted as an editor counts: from 1, and blank lines too. */
    long number() {
        return number;
    }

    /** @throws InvalidRequest line-too-long */
    byte[] line() {
        if (line.length > LONGEST) {
            throw new InvalidRequest("", "line-too-long", "A line has at most " + LONGEST + " bytes.");
        }
        return line;
    }

    private boolean read() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var next = file.read();
        var atEnd = next < 0;
        for (; next >= 0 && next != '\n'; next = file.read()) {
            if (bytes.size() <= LONGEST) {
                bytes.write(next);
            }
        }
        line = bytes.toByteArray();
        return !atEnd;
    }

    private boolean isBlank() {
        for (var each : line) {
            if (each != ' ' && each != '\t' && each != '\r') {
                return false;
            }
        }
        return true;
    }
}

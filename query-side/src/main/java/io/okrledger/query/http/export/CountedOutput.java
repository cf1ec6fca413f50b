package io.okrledger.query.http.export;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/** An answer as a file that is only ever written on, and knows how far. */
final class CountedOutput extends PositionOutputStream implements OutputFile {

    private final OutputStream out;
    private long written;

    CountedOutput(OutputStream out) {
        this.out = out;
    }

    @Override
    public PositionOutputStream create(long blockSize) {
        return this;
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSize) {
        return this;
    }

    @Override
    public boolean supportsBlockSize() {
        return false;
    }

    @Override
    public long defaultBlockSize() {
        return 0;
    }

    @Override
    public long getPos() {
        return written;
    }

    @Override
    public void write(int octet) throws IOException {
        out.write(octet);
        written++;
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
        out.write(octets, offset, length);
        written += length;
    }
}

package io.okrledger.query.http;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A response that keeps a copy of its body while that is small: an export may be larger than what fits into memory. */
final class CopiedResponse extends HttpServletResponseWrapper {

    private static final int LARGEST = 1 << 20;

    private @Nullable ByteArrayOutputStream copy = new ByteArrayOutputStream();
    private @Nullable ServletOutputStream output;

    CopiedResponse(HttpServletResponse response) {
        super(response);
    }

    /** The body; null when it was larger than what is kept, or empty. */
    @Nullable ByteArrayOutputStream whole() {
        return copy == null || copy.size() == 0 ? null : copy;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (output == null) {
            output = new Copying(super.getOutputStream());
        }
        return output;
    }

    private void keep(byte[] bytes, int offset, int length) {
        if (copy != null && copy.size() + length <= LARGEST) {
            copy.write(bytes, offset, length);
        } else {
            copy = null;
        }
    }

    private final class Copying extends ServletOutputStream {

        private final ServletOutputStream original;

        Copying(ServletOutputStream original) {
            this.original = original;
        }

        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            original.write(bytes, offset, length);
            keep(bytes, offset, length);
        }

        @Override
        public void flush() throws IOException {
            original.flush();
        }

        @Override
        public boolean isReady() {
            return original.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            original.setWriteListener(listener);
        }
    }
}

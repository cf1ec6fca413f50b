package io.okrledger.query.http.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/** A form in which tables are written. */
interface Format {

    MediaType mediaType();

    /** What the names of such files end with. */
    String ending();

    /** Writes the header, if the form has one. What takes the rows flushes nothing before its end. */
    Rows open(Table table, OutputStream out) throws IOException;

    /** Takes the rows of a table. */
    interface Rows {

        /** @throws java.io.UncheckedIOException if whoever asked is gone */
        void add(List<JsonNode> cells);

        /** The table is complete. What was begun and not completed can be told from it, or was never sent. */
        void complete() throws IOException;
    }
}

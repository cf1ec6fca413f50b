package io.okrledger.query.http.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/** RFC 4180 in UTF-8, with the byte order mark by which a spreadsheet knows that it is UTF-8. */
final class Csv implements Format {

    private static final MediaType TYPE = new MediaType("text", "csv", UTF_8);
    private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(UTF_8);
    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\t\r].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

    @Override
    public MediaType mediaType() {
        return TYPE;
    }

    @Override
    public String ending() {
        return "csv";
    }

    @Override
    public Rows open(Table table, OutputStream out) throws IOException {
        out.write(BYTE_ORDER_MARK);
        var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out, UTF_8);
        csv.writeRecord(table.columns().stream().map(Column::name).toList());
        return new Rows() {

            @Override
            public void add(List<JsonNode> cells) {
                csv.writeRecord(() -> cells.stream().map(Csv::cell).iterator());
            }

            @Override
            public void complete() throws IOException {
                csv.flush();
            }
        };
    }

    /** Whoever may write a title must not make the spreadsheet of whoever reads it compute something. */
    private static @Nullable String cell(JsonNode value) {
        var text = Cells.text(value);
        var computes = text != null
                && FORMULA.matcher(text).matches()
                && !NUMBER.matcher(text).matches();
        return computes ? "'" + text : text;
    }
}

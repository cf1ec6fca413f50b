package io.okrledger.query.http.export;

import static org.apache.parquet.schema.LogicalTypeAnnotation.dateType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.decimalType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BOOLEAN;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/**
 * Parquet, for who computes with the rows: decimals are exact, instants are UTC to the microsecond, and any cell may be
 * empty. It is not compressed, which would take native code; its dictionaries keep ids and names short.
 */
final class Parquet implements Format {

    /** Digits after the point: as many as a measure can have. A share of 1 has fewer. */
    static final int FRACTION_DIGITS = 6;

    static final int DECIMAL_BYTES = 16;

    private static final int DIGITS = 38;
    private static final MediaType TYPE = new MediaType("application", "vnd.apache.parquet");

    /** Rows are held until there are this many bytes of them: what an export takes of the memory. */
    private static final long ROW_GROUP = 8L << 20;

    @Override
    public MediaType mediaType() {
        return TYPE;
    }

    @Override
    public String ending() {
        return "parquet";
    }

    @Override
    public Rows open(Table table, OutputStream out) throws IOException {
        var writer = new ParquetRows.Builder(out, schema(table), table.columns())
                .withRowGroupSize(ROW_GROUP)
                .build();
        return new Rows() {

            @Override
            public void add(List<JsonNode> cells) {
                try {
                    writer.write(cells);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public void complete() throws IOException {
                writer.close();
            }
        };
    }

    private static MessageType schema(Table table) {
        return new MessageType(
                "row", table.columns().stream().map(Parquet::type).toList());
    }

    private static Type type(Column column) {
        return switch (column.kind()) {
            case TEXT -> Types.optional(BINARY).as(stringType()).named(column.name());
            case DECIMAL ->
                Types.optional(FIXED_LEN_BYTE_ARRAY)
                        .length(DECIMAL_BYTES)
                        .as(decimalType(FRACTION_DIGITS, DIGITS))
                        .named(column.name());
            case WHOLE -> Types.optional(INT64).named(column.name());
            case TRUTH -> Types.optional(BOOLEAN).named(column.name());
            case INSTANT ->
                Types.optional(INT64).as(timestampType(true, TimeUnit.MICROS)).named(column.name());
            case DAY -> Types.optional(INT32).as(dateType()).named(column.name());
        };
    }
}

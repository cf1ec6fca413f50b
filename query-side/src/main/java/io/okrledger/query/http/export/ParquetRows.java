package io.okrledger.query.http.export;

import io.okrledger.query.http.export.Column.Kind;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import tools.jackson.databind.JsonNode;

/** Hands the cells of each row over in the types of their columns; a cell that is empty is not there. */
// The consumer comes before the first row; and what has to be implemented is what is deprecated.
@SuppressWarnings({"NullAway.Init", "deprecation"})
final class ParquetRows extends WriteSupport<List<JsonNode>> {

    private final MessageType schema;
    private final List<Column> columns;
    private RecordConsumer row;

    private ParquetRows(MessageType schema, List<Column> columns) {
        this.schema = schema;
        this.columns = columns;
    }

    @Override
    public WriteContext init(Configuration configuration) {
        return new WriteContext(schema, Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
        row = consumer;
    }

    @Override
    public void write(List<JsonNode> cells) {
        row.startMessage();
        for (var index = 0; index < columns.size(); index++) {
            var text = Cells.text(cells.get(index));
            if (text != null) {
                var column = columns.get(index);
                row.startField(column.name(), index);
                write(column.kind(), text);
                row.endField(column.name(), index);
            }
        }
        row.endMessage();
    }

    private void write(Kind kind, String text) {
        switch (kind) {
            case TEXT -> row.addBinary(Binary.fromString(text));
            case DECIMAL -> row.addBinary(decimal(text));
            case WHOLE -> row.addLong(Long.parseLong(text));
            case TRUTH -> row.addBoolean(Boolean.parseBoolean(text));
            case INSTANT -> row.addLong(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(text)));
            case DAY -> row.addInteger(Math.toIntExact(LocalDate.parse(text).toEpochDay()));
        }
    }

    private static Binary decimal(String text) {
        var digits = new BigDecimal(text)
                .setScale(Parquet.FRACTION_DIGITS, RoundingMode.HALF_UP)
                .unscaledValue();
        var shortest = digits.toByteArray();
        var bytes = new byte[Parquet.DECIMAL_BYTES];
        Arrays.fill(bytes, (byte) (digits.signum() < 0 ? -1 : 0));
        System.arraycopy(shortest, 0, bytes, bytes.length - shortest.length, shortest.length);
        return Binary.fromConstantByteArray(bytes);
    }

    static final class Builder extends ParquetWriter.Builder<List<JsonNode>, Builder> {

        private final ParquetRows rows;

        Builder(OutputStream out, MessageType schema, List<Column> columns) {
            super(new CountedOutput(out));
            rows = new ParquetRows(schema, columns);
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected ParquetRows getWriteSupport(Configuration configuration) {
            return rows;
        }
    }
}

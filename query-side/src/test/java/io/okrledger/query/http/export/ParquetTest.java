package io.okrledger.query.http.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.okrledger.query.support.paging.Page;
import io.okrledger.query.support.paging.Unfold;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.mock.http.MockHttpOutputMessage;
import tools.jackson.databind.json.JsonMapper;

/** DuckDB, which shares no code with the writer, reads the same values in the types that they have. */
class ParquetTest {

    private static final MediaType PARQUET = new MediaType("application", "vnd.apache.parquet");

    private Path file = Path.of("");

    record Item(
            String title,
            @Nullable BigDecimal score,
            long position,
            boolean imported,
            @Nullable Instant at,
            LocalDate startsOn,
            Object old,
            @JsonRawValue String payload,
            @Unfold List<Part> parts) {}

    record Part(String name, BigDecimal value) {}

    @BeforeEach
    void placeFile(@TempDir Path directory) {
        file = directory.resolve("table.parquet");
    }

    @Test
    void keepsEveryTypeExactly() throws IOException, SQLException {
        write(List.of(new Item(
                "=1+1, \"für\"\n顧客",
                new BigDecimal("-0.1429"),
                Long.MAX_VALUE,
                true,
                Instant.parse("2026-10-09T12:00:00.123456Z"),
                LocalDate.parse("2026-10-01"),
                new BigDecimal("1E+2"),
                "{\"a\":  1}",
                List.of(new Part("most", new BigDecimal("999999999999.999999"))))));
        assertThat(select(
                        "epoch_us(\"at\"), title, score, position, imported, startsOn, old, payload, \"parts.value\""))
                .containsExactly(
                        "1791547200123456",
                        "=1+1, \"für\"\n顧客",
                        "-0.142900",
                        "9223372036854775807",
                        "true",
                        "2026-10-01",
                        "100",
                        "{\"a\":  1}",
                        "999999999999.999999");
        assertThat(
                        select(
                                "typeof(score), typeof(position), typeof(imported), typeof(\"at\"), typeof(startsOn), typeof(title)"))
                .containsExactly("DECIMAL(38,6)", "BIGINT", "BOOLEAN", "TIMESTAMP WITH TIME ZONE", "DATE", "VARCHAR");
    }

    @Test
    void addsUpOverManyRowsSomeOfWhichHaveNoPart() throws IOException, SQLException {
        var parts = List.of(new Part("half", new BigDecimal("0.5")), new Part("debt", new BigDecimal("-2.000001")));
        write(IntStream.range(0, 10_000)
                .mapToObj(n -> n % 2 == 0 ? item(new BigDecimal("0.0001"), List.of()) : item(null, parts))
                .toList());
        assertThat(select("count(*), count(score), sum(score), sum(\"parts.value\")"))
                .containsExactly("15000", "5000", "0.500000", "-7500.005000");
    }

    @Test
    void readsAsATableWithoutRows() throws IOException, SQLException {
        write(List.of());
        assertThat(select("count(*), count(\"parts.name\")")).containsExactly("0", "0");
    }

    private static Item item(@Nullable BigDecimal score, List<Part> parts) {
        return new Item("x", score, 1, false, null, LocalDate.EPOCH, "text", "{}", parts);
    }

    private void write(List<Item> items) throws IOException {
        var parquet = ExportConverter.all(new JsonMapper()).stream()
                .filter(it -> it.getSupportedMediaTypes().contains(PARQUET))
                .findFirst()
                .orElseThrow();
        var message = new MockHttpOutputMessage();
        var export = new Export(List.of(items).iterator());
        parquet.write(export, new ParameterizedTypeReference<Page<Item>>() {}.getType(), PARQUET, message);
        Files.write(file, message.getBodyAsBytes());
    }

    private List<String> select(String what) throws SQLException {
        try (var duckdb = DriverManager.getConnection("jdbc:duckdb:");
                var statement = duckdb.createStatement();
                var row = statement.executeQuery("SELECT %s FROM '%s'".formatted(what, file))) {
            assertThat(row.next()).isTrue();
            var values = new ArrayList<String>();
            for (var column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                values.add(row.getString(column));
            }
            return values;
        }
    }
}

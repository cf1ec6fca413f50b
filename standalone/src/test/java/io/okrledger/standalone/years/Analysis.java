package io.okrledger.standalone.years;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The SQL of an analyst over exported events, in DuckDB. */
final class Analysis implements AutoCloseable {

    private static final List<String> GROUNDWORK = List.of("1-facts", "2-weeks", "3-scores", "4-statistics");

    private final Connection duckdb;

    /** @param asked the instant at which weeks are judged */
    Analysis(Path events, Instant asked) throws SQLException, IOException {
        duckdb = DriverManager.getConnection("jdbc:duckdb:");
        try (var statement = duckdb.createStatement()) {
            statement.execute("SET VARIABLE asked = TIMESTAMPTZ '%s'".formatted(asked));
            for (var script : GROUNDWORK) {
                statement.execute(sql(script).replace("'events.parquet'", "'" + events + "'"));
            }
        }
    }

    /** What a script selects; columns without a value are left out. */
    List<Map<String, String>> rows(String script) throws SQLException, IOException {
        try (var statement = duckdb.createStatement();
                var result = statement.executeQuery(sql(script))) {
            var rows = new ArrayList<Map<String, String>>();
            while (result.next()) {
                rows.add(row(result));
            }
            return rows;
        }
    }

    /** The same of an answer in JSON: a field of an object is a column with a dot. */
    static Map<String, String> row(JsonNode answer, String prefix) {
        var row = new TreeMap<String, String>();
        answer.properties().forEach(field -> {
            var name = prefix + field.getKey();
            var value = field.getValue();
            if (value.isObject()) {
                row.putAll(row(value, name + '.'));
            } else if (!value.isNull()) {
                row.put(
                        name,
                        value.isNumber()
                                ? plain(value.decimalValue())
                                : value.isArray() ? value.toString() : value.asString());
            }
        });
        return row;
    }

    private static Map<String, String> row(ResultSet result) throws SQLException {
        var row = new TreeMap<String, String>();
        for (var column = 1; column <= result.getMetaData().getColumnCount(); column++) {
            var value = result.getObject(column);
            if (value != null) {
                var text = value.toString();
                row.put(
                        result.getMetaData().getColumnName(column),
                        value instanceof Number ? plain(new BigDecimal(text)) : text);
            }
        }
        return row;
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String sql(String script) throws IOException {
        try (var file = Analysis.class.getResourceAsStream("/analysis/" + script + ".sql")) {
            return new String(file.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() throws SQLException {
        duckdb.close();
    }
}

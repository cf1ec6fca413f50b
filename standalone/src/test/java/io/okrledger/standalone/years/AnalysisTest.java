package io.okrledger.standalone.years;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import io.okrledger.embedded.EmbeddedMongo;
import io.okrledger.query.QuerySideApplication;
import io.okrledger.standalone.MovedClock;
import io.okrledger.standalone.Running;
import io.okrledger.standalone.organisation.HistoryWriter;
import io.okrledger.standalone.organisation.Organisation;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the analytics say is what DuckDB says, which knows nothing but the exported events and the SQL of an analyst. The
 * last cycle is still open. The build looks at a small organisation; three years are {@code -Dokr.years.cycles=12
 * -Dokr.years.teams=10}.
 */
class AnalysisTest {

    private static final Organisation ORGANISATION = new Organisation(
            12,
            Integer.getInteger("okr.years.teams", 4),
            Integer.getInteger("okr.years.cycles", 3),
            LocalDate.of(2022, 1, 1));

    @TempDir
    static Path directory;

    private static EmbeddedMongo store;
    private static Running queries;
    private static Reader reader;
    private static Analysis analysis;

    @BeforeAll
    static void export() throws Exception {
        var lastDay = ORGANISATION.begins().plusMonths(3L * ORGANISATION.cycles());
        var asked = Instant.parse(lastDay.minusDays(24) + "T10:00:00Z");
        MovedClock.moveTo(asked.toString());
        store = EmbeddedMongo.inMemory();
        queries = Running.start(QuerySideApplication::main, "--okr.mongodb.uri=" + store.connectionString() + "/years");
        try (var client = MongoClients.create(store.connectionString())) {
            var written = new HistoryWriter(client.getDatabase("years"), ORGANISATION).writeUpTo(asked);
            reader = new Reader(queries.address()).from(written);
        }
        analysis = new Analysis(reader.download("/api/audit/events", directory.resolve("events.parquet")), asked);
    }

    @AfterAll
    static void stop() throws Exception {
        analysis.close();
        queries.close();
        store.close();
    }

    @Test
    void comparesCyclesAsAnAnalystDoes() throws Exception {
        var said = reader.items("/api/analytics/trends")
                .map(line -> Analysis.row(line, ""))
                .toList();
        requireSame(said, analysis.rows("trends"));
    }

    @Test
    void comparesCohortsAsAnAnalystDoes() throws Exception {
        requireSame(said("cohorts", "uplift"), analysis.rows("completion"));
    }

    @Test
    void countsWeeksAsAnAnalystDoes() throws Exception {
        requireSame(said("weeks", "none"), analysis.rows("completion-weeks"));
    }

    /** A failure shows only what the two do not have in common. */
    private static void requireSame(List<Map<String, String>> said, List<Map<String, String>> computed) {
        assertThat(said).hasSizeGreaterThan(10).doesNotHaveDuplicates().hasSameSizeAs(computed);
        assertThat(without(said, computed)).isEqualTo(without(computed, said));
    }

    private static List<Map<String, String>> without(List<Map<String, String>> rows, List<Map<String, String>> others) {
        var left = new LinkedHashSet<>(rows);
        others.forEach(left::remove);
        return List.copyOf(left);
    }

    /** Of each cycle and of each team in it the rows of a list, with what stands beside it in each of them. */
    private static List<Map<String, String>> said(String list, String beside) {
        var rows = new ArrayList<Map<String, String>>();
        reader.items("/api/analytics/trends").forEach(line -> {
            var answer = completion(line);
            answer.get(list).forEach(item -> {
                var row = Analysis.row(item, "");
                row.putAll(Analysis.row(answer.path(beside), beside + '.'));
                row.put("cycle", line.get("cycleId").asString());
                line.path("teamId").stringValueOpt().ifPresent(team -> row.put("team", team));
                rows.add(row);
            });
        });
        return rows;
    }

    private static ObjectNode completion(JsonNode line) {
        var team = line.path("teamId").stringValueOpt().map(id -> "&team=" + id).orElse("");
        return reader.read(
                "/api/analytics/completion?cycle=" + line.get("cycleId").asString() + team);
    }
}

package io.okrledger.standalone.years;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import io.okrledger.embedded.EmbeddedMongo;
import io.okrledger.query.QuerySideApplication;
import io.okrledger.standalone.MovedClock;
import io.okrledger.standalone.Running;
import io.okrledger.standalone.organisation.HistoryWriter;
import io.okrledger.standalone.organisation.Organisation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import tools.jackson.databind.JsonNode;

/**
 * What an instant looked like, asked for later, is what a ledger says at that instant which has seen nothing behind it:
 * everything about the two cycles that began last and about one of all.
 * The build looks at a few instants of a small organisation; three years are {@code -Dokr.years.instants=1000
 * -Dokr.years.cycles=12 -Dokr.years.teams=4}.
 */
@Timeout(value = 14_400, threadMode = ThreadMode.SEPARATE_THREAD)
class ThreeYearsTest {

    private static final int INSTANTS = Integer.getInteger("okr.years.instants", 6);
    private static final Organisation ORGANISATION = new Organisation(
            12,
            Integer.getInteger("okr.years.teams", 2),
            Integer.getInteger("okr.years.cycles", 2),
            LocalDate.of(2022, 1, 1));

    private static final List<String> OF_ALL = List.of(
            "/api/cycles", "/api/teams", "/api/goals", "/api/objectives", "/api/cadence/due", "/api/analytics/trends");

    private static final List<String> OF_A_CYCLE = List.of(
            "/api/scoreboard?cycle=",
            "/api/scoreboard/rollup?by=team&cycle=",
            "/api/scoreboard/rollup?by=owner&cycle=",
            "/api/scoreboard/rollup?by=goal&cycle=",
            "/api/objectives?cycle=",
            "/api/cadence?cycle=",
            "/api/cadence/summary?by=week&cycle=",
            "/api/cadence/summary?by=team&cycle=",
            "/api/cadence/summary?by=owner&cycle=",
            "/api/analytics/completion?cycle=",
            "/api/analytics/quality?cycle=",
            "/api/analytics/goalposts?cycle=",
            "/api/alignment?cycle=");

    @Test
    void showsThePastAsItWasWhenItWasThePresent() {
        try (var store = EmbeddedMongo.inMemory();
                var clients = MongoClients.create(store.connectionString());
                var old = start(store, "old");
                var young = start(store, "young")) {
            var history = new HistoryWriter(clients.getDatabase("old"), ORGANISATION);
            var whole = new Reader(old.address()).from(history.write());
            var today = history.reached().plus(Duration.ofDays(30));
            var growing = new HistoryWriter(clients.getDatabase("young"), ORGANISATION);
            var random = new Random(2);
            for (var instant : instants(today)) {
                MovedClock.moveTo(instant.toString());
                var present = new Reader(young.address()).from(growing.writeUpTo(instant));
                var questions = questions(present, random);
                var said = answers(present, questions);
                MovedClock.moveTo(today.toString());
                assertThat(answers(whole.asOf(instant), questions))
                        .as("at %s", instant)
                        .containsExactlyInAnyOrderEntriesOf(said);
            }
        }
    }

    private static Map<String, JsonNode> answers(Reader ledger, List<String> questions) {
        return questions.parallelStream().collect(toMap(question -> question, ledger::read));
    }

    /** Half of them when something was recorded, the others anywhere. */
    private static List<Instant> instants(Instant today) {
        var random = new Random(1);
        var recorded = new ArrayList<Instant>();
        ORGANISATION.history().forEachRemaining(each -> recorded.add(each.at()));
        var length = Duration.between(recorded.get(0), today).toMillis();
        return IntStream.range(0, INSTANTS)
                .mapToObj(number -> number % 2 == 0
                        ? recorded.get(random.nextInt(recorded.size()))
                        : recorded.get(0).plusMillis((long) (random.nextDouble() * length)))
                .sorted()
                .toList();
    }

    private static List<String> questions(Reader present, Random random) {
        var cycles = present.items("/api/cycles")
                .sorted(Comparator.comparing(cycle -> cycle.get("startsOn").asString()))
                .map(cycle -> cycle.get("id").asString())
                .toList();
        var asked = cycles.isEmpty()
                ? Stream.<String>of()
                : Stream.of(
                        cycles.get(cycles.size() - 1),
                        cycles.get(Math.max(0, cycles.size() - 2)),
                        cycles.get(random.nextInt(cycles.size())));
        return Stream.concat(
                        OF_ALL.stream(),
                        asked.distinct().flatMap(cycle -> OF_A_CYCLE.stream().map(each -> each + cycle)))
                .toList();
    }

    private static Running start(EmbeddedMongo store, String database) {
        return Running.start(
                QuerySideApplication::main,
                "--okr.mongodb.uri=" + store.connectionString() + '/' + database,
                "--okr.log.poll-at-least-every=20ms");
    }
}

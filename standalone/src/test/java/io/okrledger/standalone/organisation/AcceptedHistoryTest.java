package io.okrledger.standalone.organisation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.DocumentContext;
import com.mongodb.client.MongoClients;
import io.okrledger.command.CommandSideApplication;
import io.okrledger.embedded.EmbeddedMongo;
import io.okrledger.events.objective.ObjectiveCarriedOver;
import io.okrledger.events.objective.ObjectiveGraded;
import io.okrledger.log.Commit;
import io.okrledger.log.EventLog;
import io.okrledger.log.StoredEvent;
import io.okrledger.standalone.Client;
import io.okrledger.standalone.MovedClock;
import io.okrledger.standalone.Running;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** What is made up could have happened: asked to do it all over again, the command side writes the same events. */
class AcceptedHistoryTest {

    private static final Organisation SMALL = new Organisation(3, 3, 2, LocalDate.of(2025, 1, 1));
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final JsonMapper json = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    /** The ids that the command side has made, by those that were made up. */
    private final Map<String, String> ids = new HashMap<>();

    @Test
    void isWrittenAgainByTheCommandSide() {
        try (var store = EmbeddedMongo.inMemory();
                var clients = MongoClients.create(store.connectionString());
                var commands = Running.start(
                        CommandSideApplication::main, "--okr.mongodb.uri=" + store.connectionString() + "/told")) {
            new HistoryWriter(clients.getDatabase("made-up"), SMALL).write();
            var log = commands.context().getBean(EventLog.class);
            SMALL.history().forEachRemaining(recorded -> tell(recorded, Client.of(commands), log));
            try (var madeUp = new EventLog(clients.getDatabase("made-up"), Clock.systemUTC())) {
                assertThat(streams(log)).hasSizeGreaterThan(10).isEqualTo(streams(madeUp));
            }
        }
    }

    private void tell(Recorded recorded, Client client, EventLog log) {
        MovedClock.moveTo(recorded.at().toString());
        var last = recorded.events().get(recorded.events().size() - 1);
        if (last instanceof ObjectiveGraded) {
            // Nobody asks for a grade.
            await().until(() -> isGraded(log.stream(ids.get(recorded.streamId()), 0)));
            return;
        }
        var request = Retelling.of(recorded);
        var answer = client.answerTo(
                recorded.metaData().get("actor"),
                request.method(),
                translated(request.path()),
                translated(json.writeValueAsString(request.fields())));
        if (recorded.metaData().containsKey("created")) {
            ids.put(recorded.metaData().get("created"), answer.read("$.id"));
        }
        if (last instanceof ObjectiveCarriedOver carried) {
            carried.keyResults()
                    .forEach(link -> ids.put(
                            link.keyResultId().toString(),
                            successor(answer, ids.get(link.ancestorId().toString()))));
        }
    }

    private static boolean isGraded(List<Commit> commits) {
        return commits.stream()
                .flatMap(commit -> commit.events().stream())
                .anyMatch(event -> event.type().equals("objective.graded"));
    }

    private static String successor(DocumentContext answer, String ancestor) {
        return answer.<List<String>>read("$.keyResults[?(@.ancestorId == '" + ancestor + "')].keyResultId")
                .get(0);
    }

    private String translated(String text) {
        return ID.matcher(text).replaceAll(match -> ids.getOrDefault(match.group(), match.group()));
    }

    /** What each stream says, in the ids of the command side. */
    private Map<String, List<String>> streams(EventLog log) {
        return log.read(0, 100_000).stream()
                .flatMap(commit -> commit.events().stream())
                .collect(groupingBy(event -> translated(event.streamId()), mapping(this::said, toList())));
    }

    private String said(StoredEvent event) {
        var metaData = json.readTree(event.metaData());
        return "%s by %s: %s %s"
                .formatted(
                        metaData.get("command").asString(),
                        metaData.get("actor").asString(),
                        event.type(),
                        translated(new String(event.payload(), StandardCharsets.UTF_8)));
    }
}

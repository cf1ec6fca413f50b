package io.okrledger.standalone;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import com.jayway.jsonpath.JsonPath;
import com.mongodb.client.MongoClients;
import io.okrledger.command.CommandSideApplication;
import io.okrledger.embedded.EmbeddedMongo;
import io.okrledger.query.QuerySideApplication;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.util.function.ThrowingConsumer;

/** One command side and two query sides, which have nothing in common but the port of a store. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoSidesTest {

    private static final int SEGMENTS = 4;

    private static EmbeddedMongo store;
    private static Running commands;
    private static Running one;
    private static Running other;
    private static WorkedQuarter quarter;

    @BeforeAll
    static void play() {
        store = EmbeddedMongo.inMemory();
        commands = start(CommandSideApplication::main, "sides");
        one = start(QuerySideApplication::main, "sides");
        other = start(QuerySideApplication::main, "sides");
        quarter = new WorkedQuarter(new Client(commands.address(), one.address()));
        quarter.playToTheGrades();
    }

    @AfterAll
    static void stop() {
        one.close();
        commands.close();
        store.close();
    }

    @Test
    @Order(1)
    void answersOnEachQuerySideAsStandaloneDoes() {
        copyLog("sides", "alone");
        try (var alone = start(StandaloneApplication::main, "alone")) {
            assertThat(answersOf(alone)).isEqualTo(answersOf(one)).isEqualTo(answersOf(other));
        }
    }

    @Test
    @Order(2)
    void isComparedByEveryResourceThereIs() {
        var description = JsonPath.<Map<String, Map<String, Object>>>read(
                Client.of(one).get("/openapi.json").getJson(), "$.paths");
        assertThat(description.keySet())
                .isNotEmpty()
                // What operators see there is of a process.
                .filteredOn(path -> !path.startsWith("/api/operations/"))
                .allSatisfy(path -> assertThat(quarter.questions())
                        .anyMatch(question -> question.matches(path.replaceAll("\\{\\w+}", "[^/?]+") + "(\\?.*)?")));
    }

    @Test
    @Order(2)
    void answersWithAProblemWhereNoDoorIsReached() throws IOException {
        var address = one.address();
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            var request = "GET /api/goals/%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 400")
                    .contains("problem+json", "\"code\":\"malformed-request\"")
                    .doesNotContain("Tomcat");
        }
    }

    @Test
    @Order(3)
    void sharesTheWorkOfEachProjection() {
        await().atMost(ONE_MINUTE)
                .untilAsserted(() -> assertThat(segments(one)).allSatisfy((projection, held) -> {
                    var heldByTheOther = segments(other).get(projection);
                    assertThat(held).as(projection).isNotEmpty().doesNotContainAnyElementsOf(heldByTheOther);
                    assertThat(held.size() + heldByTheOther.size())
                            .as(projection)
                            .isEqualTo(SEGMENTS);
                    assertThat(heldByTheOther).as(projection).isNotEmpty();
                }));
    }

    @Test
    @Order(4)
    void goesOnWithOneQuerySideWhenTheOtherIsGone() {
        other.close();
        quarter.client.post("lead", "/api/goals", "{\"title\": \"Nothing is lost\", \"ownerId\": \"lead\"}");
        // Each answer waits until every segment of its projection has seen the change, and fails after ten seconds.
        quarter.questions().forEach(quarter.client::get);
        assertThat(quarter.client.get("/api/goals"))
                .extractingPath("$.items[*].title")
                .asArray()
                .containsExactly("Customers stay", "Nothing is lost");
        await().atMost(ONE_MINUTE)
                .untilAsserted(() -> assertThat(segments(one))
                        .allSatisfy((projection, held) -> assertThat(held).hasSize(SEGMENTS)));
    }

    private static Running start(ThrowingConsumer<String[]> main, String database) {
        return Running.start(
                main,
                "--okr.mongodb.uri=" + store.connectionString() + '/' + database,
                "--okr.projections.claim-interval=200ms",
                "--okr.projections.segments=4");
    }

    private static void copyLog(String from, String to) {
        try (var client = MongoClients.create(store.connectionString())) {
            var commits = client.getDatabase(from)
                    .getCollection("events", BsonDocument.class)
                    .find();
            client.getDatabase(to)
                    .getCollection("events", BsonDocument.class)
                    .insertMany(commits.into(new ArrayList<>()));
        }
    }

    private static Map<String, String> answersOf(Running queries) {
        var client = Client.of(queries);
        client.catchUp();
        return quarter.questions().stream()
                .collect(toMap(
                        question -> question, question -> client.get(question).getJson()));
    }

    private static Map<String, Set<Integer>> segments(Running queries) {
        var processors = queries.context().getBean(EventProcessingConfiguration.class);
        return processors.eventProcessors().keySet().stream()
                .map(name -> processors
                        .eventProcessor(name, StreamingEventProcessor.class)
                        .orElseThrow())
                .filter(StreamingEventProcessor::isRunning)
                .collect(toMap(
                        StreamingEventProcessor::getName,
                        processor -> processor.processingStatus().keySet()));
    }
}

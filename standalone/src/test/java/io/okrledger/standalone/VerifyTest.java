package io.okrledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.okrledger.command.CommandSideApplication;
import io.okrledger.embedded.EmbeddedMongo;
import io.okrledger.log.verification.Checkpoint;
import io.okrledger.query.QuerySideApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.function.ThrowingConsumer;

@ExtendWith(OutputCaptureExtension.class)
class VerifyTest {

    private static final int WHOLE = 0;
    private static final int BROKEN = 1;
    private static final int NOT_RUN = 2;

    @TempDir
    Path directory;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void theCommandProvesAWholeLogAndNamesAChangedByte(CapturedOutput output) {
        work();

        assertThat(verify()).isEqualTo(WHOLE);
        assertThat(output.getOut())
                .contains(
                        "100 %, at position 3 of 3",
                        "The log is whole: 3 events in 3 commits behind position 0, up to the checkpoint 3:");
        var checkpoint = output.getOut()
                .lines()
                .reduce((one, other) -> other)
                .orElseThrow()
                .replaceAll(".* |\\.$", "");
        assertThat(verify("--checkpoint=" + checkpoint)).isEqualTo(WHOLE);

        inTheStore(VerifyTest::changeAByte);

        assertThat(verify()).isEqualTo(BROKEN);
        assertThat(output.getOut())
                .contains("The log is broken at position 2: The commit at 2 holds something else than its hash says.");
    }

    @Test
    void theCommandIsReachedThroughTheMainMethodAndEndsTheProcess() throws Exception {
        work();
        inTheStore(database -> database.getCollection("events").deleteOne(Filters.eq(2L)));

        try (var child = Child.start(StandaloneApplication.class, "verify", "--okr.data-dir=" + directory)) {
            assertThat(child.lines())
                    .anyMatch(line ->
                            line.startsWith("The log is broken at position 2: The next commit does not begin here"))
                    .noneMatch(line -> line.contains("ready at"));
            assertThat(child.process().waitFor()).isEqualTo(BROKEN);
        }
    }

    @Test
    void theCommandDoesNotRunOnAStoreThatIsInUse(CapturedOutput output) {
        try (var store = EmbeddedMongo.open(directory)) {
            assertThat(store.port()).isPositive();
            assertThat(verify()).isEqualTo(NOT_RUN);
        }
        assertThat(output.getAll()).contains("is in use by another process.").doesNotContain("\tat ");
    }

    @Test
    void theCommandMakesNoDirectory(CapturedOutput output) {
        var missing = directory.resolve("missing");

        assertThat(VerifyCommand.run("verify", "--okr.data-dir=" + missing)).isEqualTo(NOT_RUN);

        assertThat(output.getOut()).contains("There is no data directory " + missing + ".");
        assertThat(missing).doesNotExist();
    }

    @Test
    void theCommandRefusesWhatIsNoCheckpoint(CapturedOutput output) {
        assertThat(verify("--checkpoint=3")).isEqualTo(NOT_RUN);

        assertThat(output.getOut())
                .contains("A checkpoint is a position, a colon and 64 hexadecimal digits, not \"3\".");
    }

    @Test
    void theCommandVerifiesTheLogOnAServerAndDoesNotMendIt(CapturedOutput output) {
        String uri;
        try (var store = EmbeddedMongo.inMemory();
                var client = MongoClients.create(store.connectionString())) {
            uri = "--okr.mongodb.uri=" + store.connectionString() + "/okr?serverSelectionTimeoutMS=200";
            assertThat(verify(uri)).isEqualTo(BROKEN);
            assertThat(client.listDatabaseNames()).doesNotContain("okr");
        }
        assertThat(verify(uri)).isEqualTo(NOT_RUN);
        assertThat(output.getOut())
                .contains(
                        "The log is broken at position 0: There is no commit",
                        "The log could not be read to its end: the store is out of reach")
                .doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"standalone", "command", "query"})
    void theEndpointTellsWhatItHasFound(String side) {
        try (var store = EmbeddedMongo.inMemory();
                var client = MongoClients.create(store.connectionString());
                var ledger =
                        Running.start(main(side), "--okr.mongodb.uri=" + store.connectionString() + "/okr-ledger")) {
            assertThat(JsonPath.<String>read(send(ledger, "GET", "").body(), "$.state"))
                    .isEqualTo("NEVER_RUN");
            var answer = send(ledger, "POST", "");
            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(JsonPath.<String>read(answer.body(), "$.state")).isEqualTo("RUNNING");
            awaitState(ledger, "WHOLE");
            assertThat(JsonPath.<Integer>read(send(ledger, "GET", "").body(), "$.verdict.reached.position"))
                    .isZero();

            assertThat(send(ledger, "POST", "/0:ab").statusCode()).isEqualTo(400);
            assertThat(send(ledger, "POST", "/" + Checkpoint.GENESIS).statusCode())
                    .isEqualTo(202);
            awaitState(ledger, "WHOLE");

            client.getDatabase("okr-ledger").getCollection("events").updateOne(Filters.eq(0L), Updates.set("n", 2));

            send(ledger, "POST", "");
            awaitState(ledger, "BROKEN");
            assertThat(JsonPath.<String>read(send(ledger, "GET", "").body(), "$.verdict.fault.what"))
                    .contains("its field n");
        }
    }

    private static ThrowingConsumer<String[]> main(String side) {
        return switch (side) {
            case "command" -> CommandSideApplication::main;
            case "query" -> QuerySideApplication::main;
            default -> StandaloneApplication::main;
        };
    }

    private void awaitState(Running ledger, String state) {
        await().until(() ->
                JsonPath.read(send(ledger, "GET", "").body(), "$.state").equals(state));
    }

    private HttpResponse<String> send(Running ledger, String method, String checkpoint) {
        var request = HttpRequest.newBuilder(ledger.address().resolve("/actuator/verify" + checkpoint))
                .method(method, BodyPublishers.noBody())
                .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void work() {
        try (var ledger = Running.start(StandaloneApplication::main, "--okr.data-dir=" + directory)) {
            var client = Client.of(ledger);
            client.post("ann", "/api/teams", "{\"name\": \"Sales\"}");
            client.post("ann", "/api/teams", "{\"name\": \"Support\"}");
            client.post("ann", "/api/goals", "{\"title\": \"Grow\", \"ownerId\": \"ann\"}");
        }
    }

    private int verify(String... more) {
        var arguments = new String[more.length + 2];
        arguments[0] = "verify";
        arguments[1] = "--okr.data-dir=" + directory;
        System.arraycopy(more, 0, arguments, 2, more.length);
        return VerifyCommand.run(arguments);
    }

    private void inTheStore(Consumer<MongoDatabase> change) {
        try (var store = EmbeddedMongo.open(directory);
                var client = MongoClients.create(store.connectionString())) {
            change.accept(client.getDatabase("okr-ledger"));
        }
    }

    private static void changeAByte(MongoDatabase database) {
        database.getCollection("events").updateOne(Filters.eq(2L), Updates.set("ev.0.rev", 2));
    }
}

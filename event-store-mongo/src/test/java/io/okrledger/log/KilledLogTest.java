package io.okrledger.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.okrledger.embedded.EmbeddedMongo;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A child process appends to the log of a directory and is killed at a random moment, again and again. After each kill
 * the whole log is what its writers were told.
 *
 * <p>{@code -Dokr.kill.rounds} says how often.
 */
class KilledLogTest {

    private static final Logger LOG = LoggerFactory.getLogger(KilledLogTest.class);
    private static final int ROUNDS = Integer.getInteger("okr.kill.rounds", 3);
    private static final int WRITERS = 10;
    private static final int MOST_LINES_BEFORE_THE_KILL = 600;
    private static final int LONGEST_WAIT_BEFORE_THE_KILL = 200;
    private static final int LONGEST_START = 2_000;
    private static final int PAGE = 1_000;

    @TempDir
    Path directory;

    private final Random moments = new Random();
    private final Told told = new Told();
    private final int[] acknowledged = new int[WRITERS];

    @Test
    void holdsWhatItsWritersWereTold() throws Exception {
        var commits = 0;
        for (var round = 0; round < ROUNDS; round++) {
            writeUntilKilled(round);
            commits = audit();
        }
        LOG.info(
                "{} kills, {} commits acknowledged, {} refused, {} in the log",
                ROUNDS,
                told.receipts().size(),
                told.refused().size(),
                commits);
    }

    private void writeUntilKilled(int round) throws Exception {
        var errors = directory.resolve("errors");
        var child = start(round, errors);
        try (var lines = child.inputReader()) {
            // Now and then while it starts, which is while it recovers from the kill before.
            var starting = round % 5 == 4;
            if (!starting) {
                read(1 + moments.nextInt(MOST_LINES_BEFORE_THE_KILL), lines, errors);
            }
            var wait = moments.nextInt(starting ? LONGEST_START : LONGEST_WAIT_BEFORE_THE_KILL);
            assertThat(child.waitFor(wait, TimeUnit.MILLISECONDS))
                    .as("it ended by itself, see %s", errors)
                    .isFalse();
            // By its handle: Process.destroyForcibly would also close the stream that holds what was said last.
            child.toHandle().destroyForcibly();
            lines.lines().forEach(this::take);
        }
        child.waitFor();
    }

    private Process start(int round, Path errors) throws Exception {
        var command = Stream.concat(
                Stream.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LogWriters.class.getName(),
                        data().toString(),
                        String.valueOf(round)),
                Arrays.stream(acknowledged).mapToObj(String::valueOf));
        return new ProcessBuilder(command.toList())
                .redirectError(errors.toFile())
                .start();
    }

    private Path data() {
        return directory.resolve("data");
    }

    private void read(int count, BufferedReader lines, Path errors) throws Exception {
        for (var i = 0; i < count; i++) {
            var line = lines.readLine();
            if (line == null) {
                throw new AssertionError("It ended by itself: " + Files.readString(errors));
            }
            take(line);
        }
    }

    private void take(String line) {
        var words = line.split(" ");
        if (!words[words.length - 1].equals(".")) {
            return;
        }
        var commit = UUID.fromString(words[1]);
        switch (words[0]) {
            case "sent" -> told.sent(commit);
            case "refused" -> told.refused(commit);
            default -> {
                told.accepted(commit, Long.parseLong(words[2]), words[3]);
                acknowledged[Integer.parseInt(words[4])]++;
            }
        }
    }

    /** Returns how many commits there are. */
    private int audit() {
        try (var store = EmbeddedMongo.open(data());
                var client = MongoClients.create(store.connectionString());
                var log = new EventLog(client.getDatabase("log"), Clock.systemUTC())) {
            var commits = all(log);
            assertThat(LogAudit.faults(commits, told)).isEmpty();
            requireValid(client.getDatabase("log"));
            return commits.size();
        }
    }

    private static List<Commit> all(EventLog log) {
        var commits = new ArrayList<Commit>();
        var page = log.read(0, PAGE);
        while (!page.isEmpty()) {
            commits.addAll(page);
            page = log.read(commits.get(commits.size() - 1).lastPosition(), PAGE);
        }
        return commits;
    }

    private static void requireValid(MongoDatabase database) {
        var answer = database.runCommand(new Document("validate", Commits.COLLECTION));
        assertThat(answer.getList("errors", String.class)).isEmpty();
        assertThat(answer.getBoolean("valid")).isTrue();
    }
}

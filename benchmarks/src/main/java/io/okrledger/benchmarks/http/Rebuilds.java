package io.okrledger.benchmarks.http;

import com.mongodb.client.MongoClients;
import io.okrledger.benchmarks.measure.Directories;
import io.okrledger.embedded.EmbeddedMongo;
import io.okrledger.standalone.organisation.HistoryWriter;
import io.okrledger.standalone.organisation.Organisation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * Whether anybody notices that all read models are built anew, one after the other, while a hundred questions a second are
 * answered and fifty check-ins written. It fails if one is refused, or an answer about the past is another one than before.
 * The first argument is the directory to work in; a second one is the number of teams of the organisation, which has
 * twenty cycles behind it.
 */
public final class Rebuilds {

    private static final int TEAMS = 31;
    private static final int CYCLES = 20;
    private static final int READERS = 64;
    private static final int WRITERS = 40;
    private static final Duration BETWEEN_READS = Duration.ofMillis(560);
    private static final Duration BETWEEN_WRITES = Duration.ofMillis(640);
    private static final Duration WARM_UP = Duration.ofMinutes(3);
    private static final Duration LONGEST = Duration.ofHours(1);

    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final Pattern NAMED = Pattern.compile("\"id\":\"([^\"]+)\",\"name\"");
    private static final Pattern DONE = Pattern.compile("\"done\":(\\d+),\"of\":(\\d+)");

    private final Product product;
    private final Wrk wrk;
    private final Path checkIns;
    private final Path questions;
    private final Path answers;

    private Rebuilds(Path directory, Product product, Cycle work) throws IOException, InterruptedException {
        this.product = product;
        wrk = Wrk.in(directory);
        checkIns = Files.write(directory.resolve("check-ins"), work.checkInPaths());
        var asked = questions();
        questions = Files.write(directory.resolve("questions"), asked);
        var known = new ArrayList<String>();
        for (var question : asked) {
            known.add(get(question));
        }
        answers = Files.write(directory.resolve("answers"), known);
    }

    public static void main(String[] arguments) throws Exception {
        var teams = arguments.length > 1 ? Integer.parseInt(arguments[1]) : TEAMS;
        var directory = Directories.empty(Path.of(arguments[0]).resolve("rebuilds"));
        var data = directory.resolve("data");
        var work = new Cycle("work", 40);
        try {
            try (var store = EmbeddedMongo.open(data);
                    var client = MongoClients.create(store.connectionString())) {
                new HistoryWriter(
                                client.getDatabase("okr-ledger"),
                                new Organisation(1, teams, CYCLES, Organisation.M.begins()))
                        .write();
            }
            try (var log = PastLog.in(data)) {
                work.writeTo(log, 13);
            }
            try (var product = Product.start(data)) {
                product.awaitModels();
                new Rebuilds(directory, product, work).measure();
            }
        } finally {
            Directories.delete(directory);
        }
    }

    /** About the past, of which every answer is known; each model is in some of them. */
    private List<String> questions() throws IOException, InterruptedException {
        var cycles = NAMED.matcher(get("/api/cycles?limit=500"))
                .results()
                .map(found -> found.group(1))
                .toList();
        var cycle = cycles.get(cycles.size() / 2);
        var objective = first(ID, get("/api/objectives?limit=1&cycle=" + cycle));
        var asOf = "asOf="
                + product.get("/api/cycles?limit=1")
                        .headers()
                        .firstValue("OKR-Position")
                        .orElseThrow();
        return List.of(
                "/api/cycles?limit=50&" + asOf,
                "/api/scoreboard?limit=100&cycle=" + cycle + "&" + asOf,
                "/api/scoreboard?limit=100&cycle=" + cycles.get(cycles.size() - 1) + "&" + asOf,
                "/api/cadence/summary?by=week&cycle=" + cycle + "&" + asOf,
                "/api/analytics/completion?cycle=" + cycle + "&" + asOf,
                "/api/analytics/goalposts?cycle=" + cycle + "&" + asOf,
                "/api/objectives/" + objective + "?" + asOf,
                "/api/objectives/" + objective + "/history?limit=100&" + asOf,
                "/api/audit/timeline/" + objective + "?limit=100&" + asOf);
    }

    private void measure() throws IOException, InterruptedException {
        System.out.println("| | reads per second | p50, ms | p99, ms | check-ins per second | p50, ms | p99, ms |");
        System.out.println("|---|---|---|---|---|---|---|");
        var reads = wrk.startQuestions(product.url(), questions, answers, READERS, WARM_UP, BETWEEN_READS);
        var writes = wrk.startCheckIns(product.url(), checkIns, WRITERS, WARM_UP, BETWEEN_WRITES);
        row("before", wrk.finish(reads), wrk.finish(writes));
        reads = wrk.startQuestions(product.url(), questions, answers, READERS, LONGEST, BETWEEN_READS);
        writes = wrk.startCheckIns(product.url(), checkIns, WRITERS, LONGEST, BETWEEN_WRITES);
        var times = new ArrayList<String>();
        for (var model : product.models()) {
            var reached = new AtomicLong();
            var time = product.rebuild(model, status -> requireProgress(status, reached));
            times.add("| %s | %.1f |".formatted(model, time.toMillis() / 1e3));
        }
        row("while all models are rebuilt", wrk.stop(reads), wrk.stop(writes));
        System.out.println("\n| rebuilt | seconds |\n|---|---|");
        times.forEach(System.out::println);
    }

    private static void row(String name, Wrk.Run reads, Wrk.Run writes) {
        System.out.printf(Locale.ROOT, "| %s | %s | %s |%n", name, cells(reads), cells(writes));
    }

    private static String cells(Wrk.Run run) {
        return String.format(
                Locale.ROOT,
                "%.1f | %.1f | %.1f",
                run.perSecond(),
                run.p50().toNanos() / 1e6,
                run.p99().toNanos() / 1e6);
    }

    private static void requireProgress(String status, AtomicLong reached) {
        var progress = DONE.matcher(status);
        if (progress.find()) {
            var done = Long.parseLong(progress.group(1));
            if (done < reached.get() || done > Long.parseLong(progress.group(2))) {
                throw new IllegalStateException("After " + reached + " events it says " + status);
            }
            reached.set(done);
        }
    }

    private String get(String path) throws IOException, InterruptedException {
        var answer = product.get(path);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + answer.body());
        }
        return answer.body();
    }

    private static String first(Pattern pattern, String body) {
        var found = pattern.matcher(body);
        if (!found.find()) {
            throw new IllegalStateException(pattern + " is not in " + body);
        }
        return found.group(1);
    }
}

package io.okrledger.benchmarks.models;

import com.mongodb.client.MongoClients;
import io.okrledger.benchmarks.http.Product;
import io.okrledger.benchmarks.measure.Directories;
import io.okrledger.embedded.EmbeddedMongo;
import io.okrledger.standalone.organisation.HistoryWriter;
import io.okrledger.standalone.organisation.Organisation;
import java.nio.file.Path;
import java.util.Locale;

/**
 * How many events a second all read models are built from, against one upsert per event and a bare cursor over the log,
 * and how long answers about the past and about many cycles take. The first argument is the directory to work in; a second
 * one is the number of teams, of which 620 make a million events in 20 cycles.
 */
public final class Models {

    private static final int TEAMS = 620;
    private static final int CYCLES = 20;

    private Models() {}

    public static void main(String[] arguments) throws Exception {
        var teams = arguments.length > 1 ? Integer.parseInt(arguments[1]) : TEAMS;
        var organisation = new Organisation(1, teams, CYCLES, Organisation.M.begins());
        var directory = Directories.empty(Path.of(arguments[0]).resolve("models"));
        try {
            measure(directory.resolve("data"), organisation);
        } finally {
            Directories.delete(directory);
        }
    }

    private static void measure(Path data, Organisation organisation) throws Exception {
        var events = fill(data, organisation);
        System.out.printf(
                Locale.ROOT, "%,d events of %d teams in %d cycles.%n%n", events, organisation.teams(), CYCLES);
        System.out.println("| what is made of the log | events per second |");
        System.out.println("|---|---|");
        row("nothing: a bare cursor reads it", Usual.read(data));
        row("one upsert per event, of one model", Usual.upsert(data));
        try (var product = Product.start(data)) {
            var started = System.nanoTime();
            product.awaitModels();
            row("all models, at the first start", rate(events, started));
            for (var model : product.models()) {
                var time = product.rebuild(model, status -> {});
                row(model + ", beside the one that serves", events / (time.toNanos() / 1e9));
            }
            System.out.println();
            Answers.measure(product);
        }
    }

    private static long fill(Path data, Organisation organisation) {
        try (var store = EmbeddedMongo.open(data);
                var client = MongoClients.create(store.connectionString())) {
            return new HistoryWriter(client.getDatabase("okr-ledger"), organisation).write();
        }
    }

    private static double rate(long events, long started) {
        return events / ((System.nanoTime() - started) / 1e9);
    }

    private static void row(String name, double perSecond) {
        System.out.printf(Locale.ROOT, "| %s | %,.0f |%n", name, perSecond);
    }
}

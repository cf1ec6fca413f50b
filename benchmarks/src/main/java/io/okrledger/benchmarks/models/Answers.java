package io.okrledger.benchmarks.models;

import io.okrledger.benchmarks.http.Product;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How long it takes to answer one request after the other, each other than the one before, so that none is answered from
 * memory of the same one.
 */
final class Answers {

    private static final int REQUESTS = 100;
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\",\"name\"");

    private Answers() {}

    static void measure(Product product) throws IOException, InterruptedException {
        System.out.println("| question | first, ms | p50, ms | p99, ms |");
        System.out.println("|---|---|---|---|");
        var cycles = ID.matcher(product.get("/api/cycles?limit=500").body())
                .results()
                .map(found -> found.group(1))
                .toList();
        var head = Long.parseLong(product.get("/api/cycles?limit=1")
                .headers()
                .firstValue("OKR-Position")
                .orElseThrow());
        var last = cycles.get(cycles.size() - 1);
        var team = first(product.get("/api/teams?limit=1").body());
        var board = "/api/scoreboard?limit=500&team=" + team + "&cycle=";
        row(product, "trends of all teams over all cycles", "/api/analytics/trends?limit=500&minPosition=%d", 0);
        row(
                product,
                "trends of one cycle",
                "/api/analytics/trends?limit=500&from=" + day(product, last) + "&minPosition=%d",
                0);
        row(product, "scoreboard of a team, the last cycle, now", board + last + "&minPosition=%d", 0);
        row(product, "the same as of a position of late", board + last + "&asOf=%d", head - REQUESTS);
        row(product, "the first cycle, now", board + cycles.get(0) + "&minPosition=%d", 0);
        row(product, "the first cycle, as of the middle of the log", board + cycles.get(0) + "&asOf=%d", head / 2);
    }

    private static String first(String teams) {
        var found = ID.matcher(teams);
        if (!found.find()) {
            throw new IllegalStateException("There is no team.");
        }
        return found.group(1);
    }

    private static String day(Product product, String cycle) throws IOException, InterruptedException {
        return product.get("/api/cycles/" + cycle).body().replaceFirst("(?s).*\"startsOn\":\"([^\"]+)\".*", "$1");
    }

    private static void row(Product product, String name, String path, long from)
            throws IOException, InterruptedException {
        var first = time(product, path.formatted(from));
        var times = new ArrayList<Double>();
        for (var request = 1; request < REQUESTS; request++) {
            times.add(time(product, path.formatted(from + request)));
        }
        var sorted = times.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT, "| %s | %.1f | %.1f | %.1f |%n", name, first, part(sorted, 0.5), part(sorted, 0.99));
    }

    private static double time(Product product, String path) throws IOException, InterruptedException {
        var started = System.nanoTime();
        var answer = product.get(path);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + answer.body());
        }
        return (System.nanoTime() - started) / 1e6;
    }

    private static double part(List<Double> sorted, double part) {
        return sorted.get((int) (part * (sorted.size() - 1)));
    }
}

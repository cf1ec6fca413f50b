package io.okrledger.benchmarks.http;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The product as {@code scripts/run} starts it, in a process of its own on loopback. */
public final class Product implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern NAME = Pattern.compile("\"name\":\"([^\"]+)\"");
    private static final Pattern STATE = Pattern.compile("\"state\":\"([^\"]+)\"");
    private static final Pattern LAG = Pattern.compile("\"lag\":(\\d+)");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Process process;
    private final String url;
    private final Duration start;

    private Product(Process process, String url, long startedAt) throws IOException, InterruptedException {
        this.process = process;
        this.url = url;
        awaitReadiness();
        start = Duration.ofNanos(System.nanoTime() - startedAt);
    }

    /** @param data its data directory, which may be there already */
    public static Product start(Path data) throws IOException, InterruptedException {
        var port = freePort();
        var script = Path.of(System.getProperty("okr.run"));
        var startedAt = System.nanoTime();
        var process = new ProcessBuilder(
                        script.toString(),
                        "--server.port=" + port,
                        "--okr.data-dir=" + data,
                        "--logging.level.io.okrledger=WARN")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            return new Product(process, "http://127.0.0.1:" + port, startedAt);
        } catch (IOException | RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitReadiness() throws IOException, InterruptedException {
        var end = System.nanoTime() + LONGEST_START.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("The product did not start.");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            return get("/actuator/health").statusCode() == 200;
        } catch (IOException e) {
            return false; // Nobody listens yet.
        }
    }

    String url() {
        return url;
    }

    /** From the start of the process to the first healthy answer. */
    Duration startTime() {
        return start;
    }

    long residentMegabytes() throws IOException {
        var status = RESIDENT.matcher(Files.readString(Path.of("/proc/" + process.pid() + "/status")));
        if (!status.find()) {
            throw new IllegalStateException("Linux does not say how much memory is resident.");
        }
        return Long.parseLong(status.group(1)) / 1024;
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(url + path)).build(), BodyHandlers.ofString());
    }

    public HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    /** Returns when every read model has seen the whole log. */
    public void awaitModels() throws IOException, InterruptedException {
        while (LAG.matcher(get("/actuator/health").body())
                .results()
                .anyMatch(lag -> !lag.group(1).equals("0"))) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    /** The names of all read models. */
    public List<String> models() throws IOException, InterruptedException {
        return NAME.matcher(get("/api/operations/projections").body())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /**
     * Builds a read model anew and lets it serve.
     *
     * @param watch is given every answer about its state on the way
     * @return how long it took until it was rebuilt
     */
    public Duration rebuild(String model, Consumer<String> watch) throws IOException, InterruptedException {
        var path = "/api/operations/projections/" + model;
        var started = System.nanoTime();
        post(path + "/rebuild", "");
        await(path, "REBUILT", watch);
        var time = Duration.ofNanos(System.nanoTime() - started);
        post(path + "/confirmation", "");
        await(path, "SERVING", watch);
        return time;
    }

    private void await(String path, String wanted, Consumer<String> watch) throws IOException, InterruptedException {
        while (true) {
            var status = get(path).body();
            var state = STATE.matcher(status);
            if (state.find() && state.group(1).equals(wanted)) {
                return;
            }
            watch.accept(status);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    /** As an operator would; whoever does not end in half a minute is ended. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(process, 30, TimeUnit.SECONDS).join();
        process.destroyForcibly();
        process.onExit().join();
    }
}

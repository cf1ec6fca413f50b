package io.okrledger.standalone.demo;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Plays the two quarters; what an earlier run has played is found, not played twice. */
final class Demo {

    /** When the play is over: a Tuesday in the ninth week of the second quarter. */
    static final Instant END = Instant.parse("2026-11-24T08:00:00Z");

    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);

    private final DemoClock clock;
    private final URI address;
    private final Api api;

    Demo(DemoClock clock, URI address) {
        this.clock = clock;
        this.address = address;
        api = new Api(address);
    }

    void run() throws IOException {
        requireOwnData();
        LOG.info("Playing two quarters through the public API");
        new Play(api, seed(), quarters()).to(clock);
        clock.moveTo(END);
        clock.run();
        LOG.info("Played; the cycle that is open: {}", address.resolve(scoreboard()));
    }

    /** Returns when it shows everything that was played. */
    private String scoreboard() {
        var position = "&wait=10s&minPosition=" + api.position();
        var open = api.get("/api/cycles?status=OPEN" + position).path("items").path(0);
        var scoreboard = "/api/scoreboard?cycle=" + open.path("id").asString("");
        api.get(scoreboard + position);
        return scoreboard;
    }

    private void requireOwnData() {
        var first = api.get("/api/audit/events?limit=1").path("items").path(0);
        if (!first.isMissingNode() && !first.path("correlationId").asString("").startsWith(Api.MARK)) {
            throw new ForeignDataException();
        }
    }

    static Seed seed() throws IOException {
        return read("seed-okrs", new TypeReference<>() {});
    }

    static List<Quarter> quarters() throws IOException {
        return read("quarters", new TypeReference<>() {});
    }

    private static <T> T read(String name, TypeReference<T> type) throws IOException {
        try (var resource = Demo.class.getResourceAsStream("/demo/" + name + ".json")) {
            return new JsonMapper().readValue(resource, type);
        }
    }
}

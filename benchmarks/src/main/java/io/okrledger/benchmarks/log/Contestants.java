package io.okrledger.benchmarks.log;

import io.okrledger.benchmarks.measure.Directories;
import io.okrledger.benchmarks.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * All event stores, each empty. Those on MongoDB share one embedded store.
 *
 * @param byName in the order of the columns
 */
record Contestants(Path directory, Store store, OkrLog log, Map<String, Contestant> byName) implements AutoCloseable {

    private static final String JDBC_URL = "BENCHMARK_JDBC_URL";

    static Contestants open(Path directory) throws IOException {
        // First, because it may be out of reach, and an open store would keep the process alive.
        var postgres = Optional.ofNullable(System.getenv(JDBC_URL)).map(AxonJdbc::postgres);
        var store = Store.embedded(Directories.empty(directory.resolve("store")));
        var log = OkrLog.in(store.database());
        var byName = new LinkedHashMap<String, Contestant>();
        byName.put("log", log);
        byName.put("axon-mongo", AxonMongo.in(store.database()));
        postgres.ifPresentOrElse(
                contestant -> byName.put("JDBC on PostgreSQL", contestant),
                () -> System.out.println("Without PostgreSQL: " + JDBC_URL + " is not set.\n"));
        byName.put("JDBC on H2", AxonJdbc.h2(Directories.empty(directory.resolve("h2"))));
        return new Contestants(directory, store, log, byName);
    }

    @Override
    public void close() throws IOException {
        byName.values().forEach(Contestant::close);
        store.close();
        Directories.delete(directory);
    }
}

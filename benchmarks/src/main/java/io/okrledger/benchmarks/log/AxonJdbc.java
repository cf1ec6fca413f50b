package io.okrledger.benchmarks.log;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import org.axonframework.common.jdbc.DataSourceConnectionProvider;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.jspecify.annotations.Nullable;

/**
 * Axon's own event store on JDBC. An append is one statement that commits by itself, which is the shortest way there is.
 *
 * @param sync what makes a committed event durable where the commit does not
 */
record AxonJdbc(
        HikariDataSource connections,
        EventStorageEngine engine,
        @Nullable String sync) implements Contestant {

    private static final int CONNECTIONS = 64;
    private static final EventSchema TABLES = EventSchema.builder()
            .eventTable("benchmark_events")
            .snapshotTable("benchmark_snapshots")
            .build();

    static AxonJdbc postgres(String url) {
        return open(url, null);
    }

    /** H2 writes its file in the background, up to half a second later, and does not sync it. */
    static AxonJdbc h2(Path directory) {
        return open("jdbc:h2:file:" + directory.toAbsolutePath() + "/events;MODE=PostgreSQL", "checkpoint sync");
    }

    private static AxonJdbc open(String url, @Nullable String sync) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(CONNECTIONS);
        var connections = new HikariDataSource(config);
        var engine = JdbcEventStorageEngine.builder()
                .connectionProvider(new DataSourceConnectionProvider(connections))
                .transactionManager(NoTransactionManager.instance())
                .schema(TABLES)
                .eventSerializer(CheckIns.SERIALIZER)
                .snapshotSerializer(CheckIns.SERIALIZER)
                .batchSize(PAGE)
                .build();
        var opened = new AxonJdbc(connections, engine, sync);
        opened.dropTables();
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
        return opened;
    }

    @Override
    public void append(DomainEventMessage<?> event) {
        Contestant.super.append(event);
        if (sync != null) {
            execute(sync);
        }
    }

    @Override
    public void settle() {
        execute("analyze");
    }

    @Override
    public long count() {
        try (var connection = connections.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + TABLES.domainEventTable())) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String command) {
        try (var connection = connections.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(command);
        } catch (SQLException e) {
            throw new IllegalStateException(command, e);
        }
    }

    private void dropTables() {
        execute("drop table if exists " + TABLES.domainEventTable());
        execute("drop table if exists " + TABLES.snapshotTable());
    }

    @Override
    public void close() {
        dropTables();
        connections.close();
    }
}

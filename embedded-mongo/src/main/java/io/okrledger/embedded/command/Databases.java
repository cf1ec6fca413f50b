package io.okrledger.embedded.command;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import io.okrledger.embedded.collection.StoredCollection;
import io.okrledger.embedded.collection.StoredDatabase;
import io.okrledger.embedded.rocks.Engine;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All databases, and what the front answers by itself. */
final class Databases extends AbstractMongoBackend {

    private final Engine engine;
    private final IntSupplier openCursors;
    private final Map<String, StoredDatabase> opened = new ConcurrentHashMap<>();

    /** Opens what is stored, and removes what is left of indexes that were never finished. */
    Databases(Engine engine, IntSupplier openCursors) {
        this.engine = engine;
        this.openCursors = openCursors;
        engine.changing(() -> {
            names().forEach(this::find);
            engine.tables().unopened().stream()
                    .filter(table -> StoredDatabase.isOfIndex(table.name()))
                    .forEach(engine.change()::drop);
            return opened;
        });
    }

    /** Opened now unless it is open. */
    StoredDatabase find(String name) {
        return opened.computeIfAbsent(name, unknown -> new StoredDatabase(unknown, engine, getCursorRegistry()));
    }

    /** Null when there is none, or none that was asked for since the store was opened. */
    @Nullable StoredCollection known(String database, String collection) {
        var known = opened.get(database);
        return known == null ? null : known.find(collection);
    }

    /** Forgets what is in memory, and opens what is stored. */
    void reopen() {
        engine.reopenTables(); // before any database is opened again, which a reader does too
        opened.clear();
        engine.reading(() -> {
            names().forEach(this::find);
            return opened;
        });
    }

    @Override
    public MongoDatabase resolveDatabase(String databaseName) {
        return find(databaseName);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String databaseName) {
        return find(databaseName);
    }

    @Override
    public void dropDatabase(String databaseName) {
        find(databaseName).drop(oplog);
        opened.remove(databaseName);
    }

    @Override
    public void handleClose(Channel channel) {
        opened.values().forEach(database -> database.handleClose(channel));
    }

    /** The databases that have a collection. */
    private Set<String> names() {
        return engine.tables().names().stream()
                .filter(table -> !StoredDatabase.isOfIndex(table))
                .map(table -> table.substring(0, table.indexOf('.')))
                .collect(Collectors.toUnmodifiableSet());
    }

    Document list() {
        var databases = names().stream()
                .sorted()
                .map(name -> new Document("name", name).append("empty", false))
                .toList();
        return Replies.okay().append("databases", databases);
    }

    @Override
    public Document getServerStatus() {
        var status = super.getServerStatus();
        var cursors = Fields.requireDocument(Fields.requireDocument(status, "metrics"), "cursor");
        Fields.requireDocument(cursors, "open").put("total", (long) openCursors.getAsInt());
        return status;
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        if (!command.equalsIgnoreCase("hello")) {
            return super.handleCommand(channel, database, command, query);
        }
        var answer = super.handleCommand(channel, database, "isMaster", query);
        answer.remove("ismaster");
        return answer.append("isWritablePrimary", true);
    }
}

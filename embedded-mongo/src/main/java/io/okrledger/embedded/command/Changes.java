package io.okrledger.embedded.command;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.BadValueException;
import de.bwaldvogel.mongo.exception.FailedToParseException;
import de.bwaldvogel.mongo.exception.InvalidNamespaceError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import io.netty.channel.Channel;
import io.okrledger.embedded.collection.Query;
import io.okrledger.embedded.collection.StoredCollection;
import io.okrledger.embedded.rocks.Engine;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The commands that change something: each is one change, whole or not there. */
final class Changes {

    /** More of them take longer than others on the same event loop should wait. */
    private static final int MANY_STATEMENTS = 64;

    private static final Map<String, String> STATEMENTS = Map.of("update", "updates", "delete", "deletes");

    private final Engine engine;
    private final Databases databases;
    private final Locks locks = new Locks();

    Changes(Engine engine, Databases databases) {
        this.engine = engine;
        this.databases = databases;
    }

    boolean mayTakeLong(Request request) {
        return locks.isHeldLong(request.namespace()) || isLarge(request);
    }

    private boolean isLarge(Request request) {
        var collection = databases.known(request.database(), request.collection());
        if (collection == null) {
            return true;
        }
        if (request.is("insert")) {
            return Fields.requireStorable(request.command(), "documents").size() > MANY_STATEMENTS;
        }
        var statements = statements(request);
        return statements.size() > MANY_STATEMENTS || statements.stream().anyMatch(one -> isLarge(collection, one));
    }

    private static boolean isLarge(StoredCollection collection, Document statement) {
        var filter = Fields.documentOrEmpty(statement, statement.containsKey("q") ? "q" : "query");
        var ofAll = Fields.isTrue(statement, "multi") || Integer.valueOf(0).equals(statement.get("limit"));
        return ofAll || collection.mayTakeLong(Query.all(filter));
    }

    /** The parts of a command that looks for something; a find-and-modify is one itself. */
    private static List<Document> statements(Request request) {
        var field = STATEMENTS.get(request.name().toLowerCase(Locale.ROOT));
        return field == null ? List.of(request.command()) : Fields.requireDocuments(request.command(), field);
    }

    Document write(Request request) {
        Supported.requireNames(request);
        if (request.collection().startsWith("system.")) {
            throw new InvalidNamespaceError(request.namespace());
        }
        if (isCreating(request) && !exists(request)) {
            changingSchema(() -> databases.find(request.database()).findOrCreate(request.collection()));
        }
        return locks.changing(
                request.namespace(),
                isLarge(request),
                () -> engine.changing(() -> answering(() -> write(request, collection(request)))));
    }

    private static boolean isCreating(Request request) {
        return request.is("insert")
                || statements(request).stream().anyMatch(statement -> Fields.isTrue(statement, "upsert"));
    }

    private boolean exists(Request request) {
        return databases.known(request.database(), request.collection()) != null;
    }

    private @Nullable StoredCollection collection(Request request) {
        return databases.find(request.database()).find(request.collection());
    }

    private Document write(Request request, @Nullable StoredCollection collection) {
        if (collection == null) {
            return nothing(request);
        }
        var writes = new Writes(collection, engine.change(), request.command());
        return switch (request.name().toLowerCase(Locale.ROOT)) {
            case "insert" -> writes.insert();
            case "update" -> writes.update();
            case "delete" -> writes.delete();
            default -> writes.findAndModify();
        };
    }

    private static Document nothing(Request request) {
        if (isCreating(request)) {
            throw new NamespaceNotFoundException("the collection was dropped in the meantime");
        }
        if (!request.is("findAndModify")) {
            return Replies.okay().append("n", 0).append("nModified", 0);
        }
        if (!request.command().containsKey("update") && !Fields.isTrue(request.command(), "remove")) {
            throw new FailedToParseException("Either an update or remove=true must be specified");
        }
        return Replies.okay().append("value", null);
    }

    Document changeSchema(Channel channel, Request request) {
        Supported.requireNames(request);
        return changingSchema(() -> answering(() -> schema(channel, request)));
    }

    private Document schema(Channel channel, Request request) {
        if (request.is("dropIndexes")) {
            databases.find(request.database()).dropIndexes(request.collection(), which(request.command()));
            return Replies.okay();
        }
        if (request.is("createIndexes")) {
            return databases
                    .find(request.database())
                    .createIndexes(request.collection(), Fields.requireDocuments(request.command(), "indexes"));
        }
        if (request.is("drop") && collection(request) == null) {
            throw new NamespaceNotFoundException("ns not found");
        }
        return databases.handleCommand(channel, request.database(), request.name(), request.command());
    }

    private static Object which(Document dropIndexes) {
        var index = dropIndexes.get("index");
        if (index == null) {
            throw new BadValueException("'index' says which indexes to drop");
        }
        return index;
    }

    /** What is known in memory follows what is stored, also when it could not be stored. */
    private <T> T changingSchema(Supplier<T> command) {
        return locks.changingSchema(() -> {
            try {
                return engine.changing(command);
            } catch (RuntimeException e) {
                databases.reopen();
                throw e;
            }
        });
    }

    /** A refusal is an answer: what was done in front of it stays. */
    private static Document answering(Supplier<Document> command) {
        try {
            return command.get();
        } catch (MongoServerException e) {
            return Replies.refusal(e);
        }
    }
}

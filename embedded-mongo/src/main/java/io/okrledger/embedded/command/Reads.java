package io.okrledger.embedded.command;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import io.okrledger.embedded.collection.Operators;
import io.okrledger.embedded.collection.Query;
import io.okrledger.embedded.collection.Sequence;
import io.okrledger.embedded.collection.StoredCollection;
import io.okrledger.embedded.collection.Validation;
import io.okrledger.embedded.rocks.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The commands that only read: each sees one state, and waits for nobody. */
final class Reads {

    private static final Set<String> SHORT = Set.of("listcollections", "listindexes", "listdatabases");

    private final Engine engine;
    private final Databases databases;
    private final Cursors cursors;

    Reads(Engine engine, Databases databases, Cursors cursors) {
        this.engine = engine;
        this.databases = databases;
        this.cursors = cursors;
    }

    boolean mayTakeLong(Request request) {
        var command = lowerCase(request);
        if (command.equals("getmore")) {
            return cursors.mayTakeLong(Fields.requireNumber(request.command(), "getMore"));
        }
        var collection = databases.known(request.database(), request.collection());
        if (collection == null || SHORT.contains(command)) {
            return false;
        }
        return switch (command) {
            case "find" -> collection.mayTakeLong(Find.query(request.command()));
            case "count" -> collection.mayTakeLong(counted(request.command()));
            default -> true;
        };
    }

    private static String lowerCase(Request request) {
        return request.name().toLowerCase(Locale.ROOT);
    }

    Document answer(Channel channel, Request request) {
        return engine.reading(() -> {
            var collection = databases.find(request.database()).find(request.collection());
            return switch (lowerCase(request)) {
                case "find" -> find(collection, request);
                case "getmore" -> more(request);
                case "count" -> count(collection, request);
                case "aggregate" ->
                    Aggregate.answer(collection, request.command(), cursors, rest -> front(channel, request, rest));
                case "validate" -> Validation.of(require(collection, request));
                case "listdatabases" -> databases.list();
                case "listcollections" -> collections(channel, request);
                default -> front(channel, request, request.command());
            };
        });
    }

    private Document front(Channel channel, Request request, Document command) {
        return databases.handleCommand(channel, request.database(), request.name(), command);
    }

    private Document find(@Nullable StoredCollection collection, Request request) {
        if (collection == null) {
            Operators.requireKnown(Find.query(request.command()).filter());
            return Replies.cursor(request.namespace(), "firstBatch", List.of(), 0);
        }
        return Find.answer(collection, request.command(), cursors);
    }

    private Document more(Request request) {
        var id = Fields.requireNumber(request.command(), "getMore");
        var cursor = cursors.take(id);
        var batch = cursor.next(Fields.number(request.command(), "batchSize", Integer.MAX_VALUE));
        if (!cursor.isExhausted()) {
            cursors.giveBack(id, cursor);
        }
        var namespace = request.database() + "." + request.command().get("collection");
        return Replies.cursor(namespace, "nextBatch", batch, cursor.isExhausted() ? 0 : id);
    }

    private static Query counted(Document command) {
        var filter = Fields.documentOrEmpty(command, "query");
        return new Query(filter, null, Fields.number(command, "skip", 0), Fields.number(command, "limit", 0));
    }

    private static Document count(@Nullable StoredCollection collection, Request request) {
        var query = counted(request.command());
        if (collection == null) {
            Operators.requireKnown(query.filter());
            return Replies.okay().append("n", 0);
        }
        var all = query.filter().isEmpty() && query.skip() == 0 && query.limit() == 0;
        var count = all ? collection.size() : new Sequence(collection, query).count();
        return Replies.okay().append("n", (int) Math.min(Integer.MAX_VALUE, count));
    }

    /** The front answers with all of them, whatever is asked. */
    private Document collections(Channel channel, Request request) {
        var reply = front(channel, request, request.command());
        var filter = Fields.document(request.command(), "filter");
        if (filter != null) {
            var body = Fields.requireDocument(reply, "cursor");
            var matching = Fields.requireDocuments(body, "firstBatch").stream()
                    .filter(collection -> new DefaultQueryMatcher().matches(collection, filter))
                    .toList();
            body.put("firstBatch", matching);
        }
        return reply;
    }

    private static StoredCollection require(@Nullable StoredCollection collection, Request request) {
        if (collection == null) {
            throw new NamespaceNotFoundException(
                    "Collection '" + request.namespace() + "' does not exist to validate.");
        }
        return collection;
    }

    Document closeCursors(Document command) {
        var killed = new ArrayList<Object>();
        var notFound = new ArrayList<Object>();
        for (var id : Fields.requireList(command, "cursors")) {
            (cursors.close(((Number) id).longValue()) ? killed : notFound).add(id);
        }
        return Replies.okay().append("cursorsKilled", killed).append("cursorsNotFound", notFound);
    }
}

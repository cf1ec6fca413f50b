package io.okrledger.embedded.command;

import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import io.okrledger.embedded.collection.Bson;
import io.okrledger.embedded.collection.Replacement;
import io.okrledger.embedded.collection.StoredCollection;
import io.okrledger.embedded.rocks.Change;
import io.okrledger.embedded.wire.Encoded;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A command of several statements: each is done whole or refused, and an ordered command ends at the first refusal. */
final class Writes {

    @FunctionalInterface
    private interface Statement<T> {

        void run(int index, T statement);
    }

    private final StoredCollection collection;
    private final Change change;
    private final Document command;
    private final List<Document> errors = new ArrayList<>();
    private final List<Document> upserted = new ArrayList<>();
    private int n;
    private int modified;

    Writes(StoredCollection collection, Change change, Document command) {
        this.collection = collection;
        this.change = change;
        this.command = command;
    }

    Document insert() {
        each(Fields.requireStorable(command, "documents"), (index, document) -> {
            add(document);
            n++;
        });
        return reply();
    }

    private void add(Object document) {
        if (document instanceof Encoded encoded) {
            collection.addEncoded(encoded.bytes());
        } else {
            collection.addDocument((Document) document);
        }
    }

    Document update() {
        each(Fields.requireDocuments(command, "updates"), this::update);
        var reply = reply().append("nModified", modified);
        if (!upserted.isEmpty()) {
            reply.append("upserted", upserted);
        }
        return reply;
    }

    private void update(int index, Document statement) {
        var result = updated(statement);
        n += Fields.number(result, "n", 0);
        modified += Fields.number(result, "nModified", 0);
        if (result.containsKey("upserted")) {
            n++;
            upserted.add(new Document("index", index).append("_id", result.get("upserted")));
        }
    }

    private Document updated(Document statement) {
        var filter = Fields.requireDocument(statement, "q");
        var multi = Fields.isTrue(statement, "multi");
        var upsert = Fields.isTrue(statement, "upsert");
        var replacement = multi ? null : replacement(statement.get("u"));
        if (replacement != null) {
            return new Replacement(collection, filter, replacement.bytes(), upsert).run();
        }
        return collection.updateDocuments(
                filter, Fields.requireDecoded(statement, "u"), ArrayFilters.empty(), multi, upsert, NoopOplog.get());
    }

    private static @Nullable Encoded replacement(@Nullable Object update) {
        if (update instanceof Encoded encoded) {
            return encoded;
        }
        return update instanceof Document document && document.keySet().stream().noneMatch(it -> it.startsWith("$"))
                ? Encoded.replacement(Bson.bytes(document))
                : null;
    }

    Document delete() {
        each(Fields.requireDocuments(command, "deletes"), (index, statement) -> {
            var limit = (int) Fields.requireNumber(statement, "limit");
            // The front would take a filter on a field of that name for a filter that is wrapped once more.
            var filter = new Document("query", Fields.requireDocument(statement, "q"));
            n += collection.deleteDocuments(filter, limit);
        });
        return reply();
    }

    Document findAndModify() {
        change.mark();
        try {
            return collection.findAndModify(command);
        } catch (MongoServerException e) {
            change.rollback();
            throw e;
        }
    }

    private <T> void each(List<? extends T> all, Statement<T> statement) {
        var ordered = !Boolean.FALSE.equals(command.get("ordered"));
        for (var i = 0; i < all.size(); i++) {
            change.mark();
            try {
                statement.run(i, all.get(i));
            } catch (MongoServerException e) {
                change.rollback();
                errors.add(Replies.writeError(i, e));
                if (ordered) {
                    return;
                }
            }
        }
    }

    private Document reply() {
        var reply = Replies.okay().append("n", n);
        if (!errors.isEmpty()) {
            reply.append("writeErrors", errors);
        }
        return reply;
    }
}

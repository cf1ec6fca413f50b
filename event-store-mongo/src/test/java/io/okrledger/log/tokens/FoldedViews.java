package io.okrledger.log.tokens;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import io.okrledger.log.Commit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.bson.Document;

/**
 * A read model with a view of each stream, kept as the real ones are: loaded once in a batch, folded in memory and written
 * before the token, where a write that is older than what is stored changes nothing.
 */
final class FoldedViews {

    /** How many events, which ones and in which order, up to which position. */
    record View(long events, long digest, long position) {

        private static final View EMPTY = new View(0, 0, 0);

        private View after(String event, long at) {
            return new View(events + 1, digest * 31 + event.hashCode(), at);
        }
    }

    private static final String BATCH = FoldedViews.class.getName();
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> views;
    private final Writing onWrite;

    /** Is called in front of each write of a batch, and behind the last. */
    interface Writing {
        void reached(int written, int ofAll);
    }

    FoldedViews(MongoDatabase database, Writing onWrite) {
        views = database.getCollection("views");
        this.onWrite = onWrite;
    }

    void fold(DomainEventMessage<?> event, long position) {
        var batch = batch(CurrentUnitOfWork.get().root());
        var before = batch.computeIfAbsent(event.getAggregateIdentifier(), this::load);
        if (before.position() < position) {
            batch.put(event.getAggregateIdentifier(), before.after(event.getIdentifier(), position));
        }
    }

    private Map<String, View> batch(UnitOfWork<?> unitOfWork) {
        Map<String, View> known = unitOfWork.getResource(BATCH);
        if (known != null) {
            return known;
        }
        var batch = new TreeMap<String, View>();
        unitOfWork.resources().put(BATCH, batch);
        BatchFlush.beforeToken(unitOfWork, () -> write(batch));
        return batch;
    }

    private View load(String stream) {
        var document = views.find(eq("_id", stream)).first();
        return document == null ? View.EMPTY : view(document);
    }

    private void write(Map<String, View> batch) {
        var written = 0;
        for (var changed : batch.entrySet()) {
            onWrite.reached(written, batch.size());
            write(changed.getKey(), changed.getValue());
            written++;
        }
        onWrite.reached(written, batch.size());
    }

    private void write(String stream, View view) {
        var document = new Document("_id", stream)
                .append("events", view.events())
                .append("digest", view.digest())
                .append("pos", view.position());
        try {
            views.replaceOne(and(eq("_id", stream), lt("pos", view.position())), document, UPSERT);
        } catch (MongoWriteException e) {
            // What is stored is as new or newer.
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    private static View view(Document document) {
        return new View(document.getLong("events"), document.getLong("digest"), document.getLong("pos"));
    }

    Map<String, View> stored() {
        var stored = new HashMap<String, View>();
        for (var document : views.find()) {
            stored.put(document.getString("_id"), view(document));
        }
        return stored;
    }

    /** What the views of a log must be. */
    static Map<String, View> of(List<Commit> log) {
        var views = new HashMap<String, View>();
        for (var commit : log) {
            var position = commit.position();
            for (var event : commit.events()) {
                var before = views.getOrDefault(event.streamId(), View.EMPTY);
                views.put(event.streamId(), before.after(event.id(), position++));
            }
        }
        return views;
    }
}

package io.okrledger.log.letters;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import io.okrledger.log.Store;
import io.okrledger.log.tokens.BatchFlush;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.bson.Document;

/**
 * A projection as those of an application are: for each stream a document with the events folded into it, loaded once in
 * a batch, folded in memory, and written before the token, unless what is stored is newer.
 */
final class Tally {

    private static final String POSITION = "pos";
    private static final String SEEN = "seen";

    private final MongoCollection<Document> documents;
    private final Consumer<Document> beforeWrite;

    Tally(Store store, Consumer<Document> beforeWrite) {
        documents = store.database().getCollection("tally");
        this.beforeWrite = beforeWrite;
    }

    void fold(TrackedEventMessage<?> event) {
        var batch = BatchFlush.beforeToken(
                CurrentUnitOfWork.get(), this, LinkedHashMap<String, Document>::new, this::write);
        var stream = ((DomainEventMessage<?>) event).getAggregateIdentifier();
        var position = event.trackingToken().position().orElseThrow();
        batch.compute(stream, (id, known) -> after(known == null ? load(id) : known, position));
    }

    private static Document after(Document before, long position) {
        if (before.getLong(POSITION) >= position) {
            return before;
        }
        before.getList(SEEN, Long.class).add(position);
        return before.append(POSITION, position);
    }

    private Document load(String stream) {
        var stored = documents.find(eq(stream)).first();
        return stored == null
                ? new Document("_id", stream).append(POSITION, 0L).append(SEEN, new ArrayList<Long>())
                : stored;
    }

    private void write(Map<String, Document> batch) {
        batch.forEach((stream, document) -> {
            beforeWrite.accept(document);
            replaceOlder(stream, document);
        });
    }

    private void replaceOlder(String stream, Document document) {
        try {
            documents.replaceOne(
                    and(eq(stream), lt(POSITION, document.getLong(POSITION))),
                    document,
                    new ReplaceOptions().upsert(true));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    static List<Long> seen(Document document) {
        return document.getList(SEEN, Long.class);
    }

    /** The positions folded into the document of each stream. */
    Map<String, List<Long>> view() {
        var view = new TreeMap<String, List<Long>>();
        documents.find().forEach(document -> view.put(document.getString("_id"), seen(document)));
        return view;
    }
}

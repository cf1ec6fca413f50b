package io.okrledger.query.support.views;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static java.util.Objects.requireNonNull;

import com.mongodb.client.FindIterable;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import io.okrledger.log.tokens.BatchFlush;
import io.okrledger.query.support.AsOf;
import io.okrledger.query.support.Fact;
import io.okrledger.query.support.paging.Page;
import io.okrledger.query.support.paging.Paging;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The documents of one read model in one collection. Inside a batch of events a document is loaded once, folded in
 * memory and written once, before the token of the batch; a write older than what is stored changes nothing. So an
 * event may be delivered any number of times, by any number of nodes, and counts once.
 *
 * <p>A document also holds {@code born} and {@code pos}, the positions of the first and the last event folded into it.
 * A store that was opened to look back keeps what its documents were before; the others only know what they are now.
 */
public final class ViewStore<V extends View> {

    /** A pure step from the view before an event, null for the first, to the view after it, with the same id. */
    @FunctionalInterface
    public interface Change<V extends View> {
        V after(@Nullable V before);
    }

    /** A list as a whole comes in as few answers of the store as there can be. */
    static final int LONG_BATCH = 10_000;

    private static final int ALL = 0;

    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final Shelf own;
    private final Supplier<Shelf> serving;
    private final Class<V> type;
    private final Readings<V> readings;
    private final String batchKey;

    /**
     * @param own where it writes, and loads what it folds
     * @param serving where queries read; asked for each of them once, so that none mixes two slots
     */
    ViewStore(Shelf own, Supplier<Shelf> serving, Class<V> type) {
        this.own = own;
        this.serving = serving;
        this.type = type;
        this.readings = new Readings<>(type);
        this.batchKey = "views in " + own.current().getNamespace().getFullName();
    }

    /**
     * Folds an event into the document, unless that was done before. One event folds into one document once: a second
     * change by the same event is taken for a repetition.
     */
    public void fold(String id, Fact fact, Change<V> change) {
        if (CurrentUnitOfWork.isStarted()) {
            currentBatch().fold(id, fact, change);
        } else {
            var batch = newBatch(Subjects.NONE);
            batch.fold(id, fact, change);
            write(batch);
        }
    }

    /** Folds an event into a document that an earlier event of the same stream has begun. */
    public void change(String id, Fact fact, UnaryOperator<V> step) {
        fold(id, fact, before -> step.apply(requireNonNull(before, () -> "Nothing has begun " + id)));
    }

    /** Writes a document that begins with this event, or is a row that no other event changes, without reading first. */
    public void append(Fact fact, V view) {
        if (CurrentUnitOfWork.isStarted()) {
            currentBatch().begin(fact, view);
        } else {
            var batch = newBatch(Subjects.NONE);
            batch.begin(fact, view);
            write(batch);
        }
    }

    /**
     * Lets what this store writes in the current batch go before what is written by stores that are touched later, for
     * documents from which others are worked out: after a crash between the two the older ones must be there again.
     */
    public void goFirst() {
        if (CurrentUnitOfWork.isStarted()) {
            currentBatch();
        }
    }

    /** The document as it is within the current batch: a projection's own reading of what it writes. */
    public Optional<V> known(String id) {
        var batch = CurrentUnitOfWork.isStarted() ? currentBatch() : newBatch(Subjects.NONE);
        return Optional.ofNullable(batch.known(id)).map(Batch.Folded::view);
    }

    public Optional<V> find(String id) {
        return Optional.ofNullable(matching(eq("_id", id)).first())
                .map(document -> readings.read(document, Documents.ID));
    }

    /** The document as it was then. */
    public Optional<V> find(String id, AsOf asOf) {
        return asOf.isNow() ? find(id) : Optional.ofNullable(lookingBack().at(asOf.position(), id, readings::read));
    }

    /** Those of the documents that were there then, as they were, in the order of their ids. */
    public List<V> list(Collection<String> ids, AsOf asOf) {
        return asOf.isNow() ? list(Conditions.whereAny("_id", ids)) : past(field -> Filters.in(field, ids), asOf, ALL);
    }

    /** All documents that matched then, as they were, in the order of their ids. */
    public List<V> list(Bson filter, AsOf asOf) {
        return asOf.isNow() ? list(filter) : past(field -> filter, asOf, ALL);
    }

    /** The documents that match, in the order of an index that serves both. */
    public List<V> list(Bson filter, Bson sort, int limit) {
        return matching(filter)
                .sort(sort)
                .limit(limit)
                .map(document -> Documents.read(document, type))
                .into(new ArrayList<>());
    }

    /** All documents that match, oldest first. */
    public List<V> list(Bson filter) {
        return matching(filter)
                .sort(ascending("_id"))
                .batchSize(LONG_BATCH)
                .map(document -> readings.read(document, Documents.ID))
                .into(new ArrayList<>());
    }

    private FindIterable<RawBsonDocument> matching(Bson filter) {
        return serving.get().current().find(and(filter, gte("pos", 0L)));
    }

    /** Of all documents that match only what this record has, in no particular order. */
    public <P extends Record> List<P> parts(Bson filter, Class<P> part) {
        return matching(filter)
                .projection(fields(part))
                .map(document -> Documents.read(document, part))
                .into(new ArrayList<>());
    }

    /** The same of all documents that matched then. */
    public <P extends Record> List<P> parts(Bson filter, Class<P> part, AsOf asOf) {
        if (asOf.isNow()) {
            return parts(filter, part);
        }
        return lookingBack()
                .at(
                        asOf.position(),
                        field -> filter,
                        ALL,
                        fields(part),
                        (document, idField) -> Documents.read(document, part, idField));
    }

    private static Bson fields(Class<? extends Record> part) {
        return include(Stream.concat(
                        Stream.of(Versions.OF),
                        Stream.of(part.getRecordComponents()).map(RecordComponent::getName))
                .toList());
    }

    /**
     * One page of the documents that match, in the order of their ids. Ids never change, and documents that began after
     * the first page was read are left out, so the pages neither skip nor repeat one.
     */
    public Page<V> page(Bson filter, Paging paging) {
        var window = and(filter, lte("born", paging.pin()), unread("_id", paging));
        return paging.page(list(window, ascending("_id"), paging.limit() + 1), View::id);
    }

    /** The same of the documents that matched then, as they were. */
    public Page<V> page(Bson filter, Paging paging, AsOf asOf) {
        if (asOf.isNow()) {
            return page(filter, paging);
        }
        return paging.page(past(field -> and(filter, unread(field, paging)), asOf, paging.limit() + 1), View::id);
    }

    private static Bson unread(String idField, Paging paging) {
        return paging.after() == null ? Filters.empty() : gt(idField, paging.after());
    }

    /** Whether it was opened so that an {@link AsOf} can be asked for. */
    public boolean looksBack() {
        return own.former() != null;
    }

    private List<V> past(Function<String, Bson> filter, AsOf asOf, int limit) {
        return lookingBack().at(asOf.position(), filter, limit, null, readings::read);
    }

    private Versions lookingBack() {
        return requireNonNull(serving.get().former(), () -> batchKey + " were not opened to look back");
    }

    private Batch<V> currentBatch() {
        return BatchFlush.beforeToken(
                CurrentUnitOfWork.get(), batchKey, () -> newBatch(Subjects.ofCurrentBatch()), this::write);
    }

    private Batch<V> newBatch(Subjects subjects) {
        return new Batch<>(subjects, this::load);
    }

    private List<Batch.Folded<V>> load(Collection<String> ids) {
        var found = new ArrayList<Batch.Folded<V>>();
        own.current()
                .find(and(Filters.in("_id", ids), gte("pos", 0L)))
                .batchSize(ids.size() + 1)
                .forEach(document -> found.add(new Batch.Folded<>(
                        Documents.read(document, type),
                        document.getInt64("born").getValue(),
                        document.getInt64("pos").getValue())));
        return found;
    }

    private void write(Batch<V> batch) {
        var versions = own.former();
        if (versions != null) {
            versions.add(batch.replaced());
        }
        var writes = new ArrayList<ReplaceOneModel<RawBsonDocument>>();
        for (var folded : batch.changed()) {
            var document = Documents.write(folded.view(), fields -> {
                fields.writeString(Documents.ID, folded.view().id());
                fields.writeInt64("born", folded.born());
                fields.writeInt64("pos", folded.pos());
            });
            // Of a document that is stored at this position or a later one this is an insert that fails.
            var guard = and(eq("_id", folded.view().id()), lt("pos", folded.pos()));
            writes.add(new ReplaceOneModel<>(guard, document, UPSERT));
        }
        GuardedWrites.run(own.current(), writes);
    }
}

package io.okrledger.query.support.views;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Indexes.ascending;
import static java.util.Objects.requireNonNull;

import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.okrledger.query.support.AsOf;
import io.okrledger.query.support.slots.Serving;
import io.okrledger.query.support.slots.Slot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Opens the collections of the read models. What is given to projections and queries writes into the first slot, and reads
 * from the one that serves at the time.
 */
@Component
public final class ViewStores {

    private final MongoDatabase database;
    private final Slot own;
    private final Function<String, Slot> serving;
    private final Map<String, String> shapes = new ConcurrentHashMap<>();

    /** Over a database in which every model is in the first slot. */
    public ViewStores(MongoDatabase database) {
        this(database, Slot.BLUE, collection -> Slot.BLUE);
    }

    @Autowired
    ViewStores(MongoDatabase database, Projections projections, Serving serving) {
        this(database, Slot.BLUE, collection -> serving.slot(projections.modelOf(collection)));
    }

    private ViewStores(MongoDatabase database, Slot own, Function<String, Slot> serving) {
        this.database = database;
        this.own = own;
        this.serving = serving;
    }

    /** The same models in this slot, whichever one serves. */
    public ViewStores in(Slot slot) {
        return new ViewStores(database, slot, collection -> slot);
    }

    /**
     * The store of one kind of document; asking again with the same arguments is cheap and harmless.
     *
     * @param collection the processing group of the projection that writes it, or that and a dash and what it holds
     * @param indexes what its queries filter and sort by; paging needs an index on the filtered fields and {@code _id}
     */
    public <V extends Record & View> ViewStore<V> open(String collection, Class<V> type, Bson... indexes) {
        index(collection, type, indexes);
        return store(collection, type, slot -> new Shelf(documents(collection, slot), null));
    }

    /**
     * The same of documents whose former versions are kept too, so that an {@link AsOf} can be asked for.
     *
     * @param filters the fields by which its queries filter
     */
    public <V extends Record & View> ViewStore<V> openToLookBack(String collection, Class<V> type, String... filters) {
        var former = collection + "-versions";
        index(
                collection,
                type,
                Stream.of(filters).map(field -> ascending(field, "_id")).toArray(Bson[]::new));
        index(
                former,
                type,
                Stream.concat(Stream.of(Versions.OF), Stream.of(filters))
                        .map(field -> ascending(field, Versions.NODE))
                        .toArray(Bson[]::new));
        return store(collection, type, slot -> {
            var current = documents(collection, slot);
            return new Shelf(current, new Versions(current, documents(former, slot)));
        });
    }

    private <V extends Record & View> ViewStore<V> store(
            String collection, Class<V> type, Function<Slot, Shelf> shelf) {
        var shelves = new EnumMap<Slot, Shelf>(Slot.class);
        for (var slot : Slot.values()) {
            shelves.put(slot, shelf.apply(slot));
        }
        return new ViewStore<>(
                requireNonNull(shelves.get(own)), () -> requireNonNull(shelves.get(serving.apply(collection))), type);
    }

    private void index(String collection, Class<? extends Record> type, Bson... indexes) {
        for (var index : indexes) {
            documents(collection, own).createIndex(index);
        }
        shapes.put(collection, Shape.of(type));
    }

    private MongoCollection<RawBsonDocument> documents(String collection, Slot slot) {
        // A token must never outlive the documents that it stands for, so those survive a failover first. The journal
        // keeps the order of writes: what is in it when the token is, is soon enough.
        return database.getCollection(slot.of(collection), RawBsonDocument.class)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(false));
    }

    /** The names of all collections that are open, those of former versions included. */
    public Set<String> collections() {
        return Set.copyOf(shapes.keySet());
    }

    /**
     * The documents of a collection behind an id, in the order of their ids.
     *
     * @param after the empty text for the first ones
     */
    public List<StoredDocument> stored(String collection, String after, int limit) {
        return stored(collection, gt("_id", after), limit);
    }

    /** Those documents of a collection that have one of these ids. */
    public List<StoredDocument> stored(String collection, Collection<String> ids) {
        return stored(collection, Conditions.whereAny("_id", ids), 0);
    }

    private List<StoredDocument> stored(String collection, Bson filter, int limit) {
        return documents(collection, serving.apply(collection))
                .find(and(filter, gte("pos", 0L)))
                .sort(ascending("_id"))
                .limit(limit)
                .map(StoredDocument::of)
                .into(new ArrayList<>());
    }

    /** Whether it is the store, and not the asking, that failed. */
    public static boolean failed(Throwable failure) {
        return failure instanceof MongoException;
    }

    /** The {@link Shape} of the documents of each collection that is open. */
    public Map<String, String> shapes() {
        return Map.copyOf(shapes);
    }
}

package io.okrledger.query.support.views;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertOneModel;
import io.okrledger.query.support.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * What the documents of a collection were before they became what they are: a row for each version that another has
 * replaced, which held for the positions [{@code pos}, {@code until}). A row never changes, and who makes it again makes
 * the same. It is written before the document that replaces it, so no version is missing at any time.
 *
 * <p>A row is filed under one position, its {@code node}: that in its interval which can be halved most often. Any
 * interval that holds a position is under one of the few nodes on the way to it, so an index on the nodes finds what
 * held then without a look at all that did not.
 */
final class Versions {

    static final String OF = "of";
    static final String NODE = "node";

    static final String UNTIL = "until";
    private static final long HIGHEST_NODE = Long.highestOneBit(Long.MAX_VALUE);

    private final MongoCollection<RawBsonDocument> current;
    private final MongoCollection<RawBsonDocument> former;

    Versions(MongoCollection<RawBsonDocument> current, MongoCollection<RawBsonDocument> former) {
        this.current = current;
        this.former = former;
    }

    void add(Iterable<? extends Batch.Replaced<?>> replaced) {
        var rows = new ArrayList<InsertOneModel<RawBsonDocument>>();
        replaced.forEach(version -> rows.add(new InsertOneModel<>(row(version))));
        GuardedWrites.run(former, rows);
    }

    /**
     * The document that has an id, as it was at a position; null before it began.
     *
     * @param reading reads a document whose id is in the named field
     */
    <R> @Nullable R at(long position, String id, BiFunction<RawBsonDocument, String, R> reading) {
        var document = current.find(and(eq(Documents.ID, id), gte("pos", 0L))).first();
        if (document == null || document.getInt64("pos").getValue() <= position) {
            return document == null ? null : reading.apply(document, Documents.ID);
        }
        // The ids of its rows are in the order of their positions, so no node is needed to find the one.
        var newest = former.find(and(gt(Documents.ID, rowId(id, 0)), lte(Documents.ID, rowId(id, position))))
                .sort(descending(Documents.ID))
                .limit(1)
                .first();
        return newest == null ? null : reading.apply(newest, OF);
    }

    /**
     * The documents that matched at a position, as they were, in the order of their ids.
     *
     * @param filter given the name of the field that holds the id
     * @param limit 0 for all
     * @param fields what of the documents is wanted, which includes {@link #OF}; null for all
     * @param reading reads a document whose id is in the named field
     */
    <R> List<R> at(
            long position,
            Function<String, Bson> filter,
            int limit,
            @Nullable Bson fields,
            BiFunction<RawBsonDocument, String, R> reading) {
        var found = new TreeMap<String, R>();
        // The current ones first: what is replaced meanwhile is among the former ones by then.
        var held = and(filter.apply(Documents.ID), gte("pos", 0L), lte("pos", position));
        for (var document : first(limit, Documents.ID, current.find(held).projection(fields))) {
            found.put(document.getString(Documents.ID).getValue(), reading.apply(document, Documents.ID));
        }
        var holding = and(filter.apply(OF), in(NODE, path(position)), lte("pos", position), gt(UNTIL, position));
        for (var row : first(limit, OF, former.find(holding).projection(fields))) {
            found.computeIfAbsent(row.getString(OF).getValue(), id -> reading.apply(row, OF));
        }
        return found.values().stream().limit(limit == 0 ? found.size() : limit).toList();
    }

    private static FindIterable<RawBsonDocument> first(
            int limit, String idField, FindIterable<RawBsonDocument> matching) {
        return limit == 0
                ? matching.batchSize(ViewStore.LONG_BATCH)
                : matching.sort(ascending(idField)).limit(limit);
    }

    private static String rowId(String id, long position) {
        return id + "@" + Fact.key(position);
    }

    private static RawBsonDocument row(Batch.Replaced<?> version) {
        var old = version.old();
        var id = old.view().id();
        return Documents.write(old.view(), fields -> {
            fields.writeString(Documents.ID, rowId(id, old.pos()));
            fields.writeString(OF, id);
            fields.writeInt64("born", old.born());
            fields.writeInt64("pos", old.pos());
            fields.writeInt64(UNTIL, version.until());
            fields.writeInt64(NODE, node(old.pos(), version.until()));
        });
    }

    /** The position in [from, until), from 1 on, that is a multiple of the highest power of two. */
    static long node(long from, long until) {
        var last = until - 1;
        return last & -Long.highestOneBit((from - 1) ^ last);
    }

    /** The nodes of all intervals that hold a position, one for each power of two. */
    static List<Long> path(long position) {
        var nodes = new ArrayList<Long>();
        for (var step = HIGHEST_NODE; step > 0; step >>= 1) {
            nodes.add((position & -(step << 1)) | step);
        }
        return nodes;
    }
}

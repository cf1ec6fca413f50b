package io.okrledger.query.support.views;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertOneModel;
import io.okrledger.query.support.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
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
     * The documents that matched at a position, as they were, in the order of their ids.
     *
     * @param filter given the name of the field that holds the id
     * @param fields what of the documents is wanted, which includes {@link #OF}; null for all
     * @param type the record that they are read as
     */
    <R> List<R> at(long position, Function<String, Bson> filter, int limit, @Nullable Bson fields, Class<R> type) {
        var found = new TreeMap<String, R>();
        // The current ones first: what is replaced meanwhile is among the former ones by then.
        var held = and(filter.apply("_id"), gte("pos", 0L), lte("pos", position));
        for (var document :
                current.find(held).projection(fields).sort(ascending("_id")).limit(limit)) {
            found.put(document.getString(Documents.ID).getValue(), Documents.read(document, type));
        }
        var holding = and(filter.apply(OF), in(NODE, path(position)), lte("pos", position), gt(UNTIL, position));
        for (var row :
                former.find(holding).projection(fields).sort(ascending(OF)).limit(limit)) {
            found.computeIfAbsent(row.getString(OF).getValue(), id -> Documents.read(row, type, OF));
        }
        return found.values().stream().limit(limit).toList();
    }

    private static RawBsonDocument row(Batch.Replaced<?> version) {
        var old = version.old();
        var id = old.view().id();
        return Documents.write(old.view(), fields -> {
            fields.writeString(Documents.ID, id + "@" + Fact.key(old.pos()));
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

package io.okrledger.embedded.command;

import static java.util.stream.Collectors.toCollection;

import de.bwaldvogel.mongo.bson.Document;
import io.okrledger.embedded.collection.Bson;
import io.okrledger.embedded.collection.Operators;
import io.okrledger.embedded.collection.Query;
import io.okrledger.embedded.collection.Sequence;
import io.okrledger.embedded.collection.StoredCollection;
import io.okrledger.embedded.wire.Encoded;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An {@code aggregate}: counting is done here, the rest by the front, whose answer is cut into batches. */
final class Aggregate implements OpenCursor {

    private static final Set<String> NOT_SUPPORTED = Set.of("$out", "$merge", "$changeStream");

    /** What drivers send for {@code countDocuments}. */
    private static final Document COUNTING = new Document("_id", 1).append("n", new Document("$sum", 1));

    private final Deque<Encoded> left;

    private Aggregate(List<Document> all) {
        left = all.stream().map(Bson::bytes).map(Encoded::new).collect(toCollection(ArrayDeque::new));
    }

    static Document answer(
            @Nullable StoredCollection collection, Document command, Cursors cursors, UnaryOperator<Document> front) {
        if (!(command.get("aggregate") instanceof String)) {
            throw Supported.unsupported("an aggregation without a collection");
        }
        var stages = stages(command);
        for (var stage : stages) {
            stage.keySet().stream().filter(NOT_SUPPORTED::contains).forEach(name -> {
                throw Supported.unsupported("the aggregation stage '" + name + "'");
            });
        }
        stages.forEach(stage -> Operators.requireKnown(Fields.documentOrEmpty(stage, "$match")));
        var cursor = Fields.document(command, "cursor");
        var most = cursor == null ? FIRST_BATCH : Fields.number(cursor, "batchSize", FIRST_BATCH);
        var reply = collection != null && isCounting(stages)
                ? counted(collection, stages)
                : front.apply(cursor == null ? command : with(command, Map.of("cursor", new Document())));
        return inBatches(reply, most, cursors);
    }

    private static boolean isCounting(List<Document> stages) {
        return stages.size() == 2
                && stages.get(0).get("$match") instanceof Document
                && COUNTING.equals(stages.get(1).get("$group"));
    }

    private static Document counted(StoredCollection collection, List<Document> stages) {
        var filter = Fields.requireDocument(stages.get(0), "$match");
        var count = filter.isEmpty() ? collection.size() : new Sequence(collection, Query.all(filter)).count();
        var found = count == 0 ? List.<Document>of() : List.of(new Document("_id", 1).append("n", count));
        return Replies.cursor(collection.getFullName(), "firstBatch", found, 0);
    }

    private static Document inBatches(Document reply, int most, Cursors cursors) {
        var body = Fields.requireDocument(reply, "cursor");
        var aggregate = new Aggregate(Fields.requireDocuments(body, "firstBatch"));
        var batch = aggregate.next(most);
        var id = aggregate.isExhausted() ? 0 : cursors.add(aggregate);
        return Replies.cursor(String.valueOf(body.get("ns")), "firstBatch", batch, id);
    }

    private static Document with(Document command, Map<String, ?> options) {
        var changed = command.clone();
        changed.putAll(options);
        return changed;
    }

    private static List<Document> stages(Document command) {
        return command.get("pipeline") instanceof List<?> list
                ? list.stream()
                        .filter(Document.class::isInstance)
                        .map(Document.class::cast)
                        .toList()
                : List.of();
    }

    @Override
    public List<Encoded> next(int most) {
        var batch = new ArrayList<Encoded>();
        long size = 0;
        while (batch.size() < most && !left.isEmpty()) {
            size += left.element().bytes().length;
            if (size > MOST_BYTES && !batch.isEmpty()) {
                break;
            }
            batch.add(left.remove());
        }
        return batch;
    }

    @Override
    public long bytes() {
        return left.stream().mapToLong(document -> document.bytes().length).sum();
    }

    @Override
    public boolean isExhausted() {
        return left.isEmpty();
    }

    @Override
    public boolean mayTakeLong() {
        return false;
    }
}

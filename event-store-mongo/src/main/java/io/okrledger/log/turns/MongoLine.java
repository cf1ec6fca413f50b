package io.okrledger.log.turns;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.util.function.UnaryOperator;
import org.bson.Document;

/** One document. It is not worth a journal: a line that is lost with a server forms again. */
final class MongoLine implements SharedLine {

    static final String COLLECTION = "turns";

    private static final String ID = "_id";
    private static final String LOG = "log";
    private static final String VERSION = "version";
    private static final String PROCESSES = "processes";

    private final MongoCollection<Document> lines;
    private Line known = Line.EMPTY;

    MongoLine(MongoDatabase database) {
        lines = database.getCollection(COLLECTION)
                .withReadPreference(ReadPreference.primary())
                .withReadConcern(ReadConcern.LOCAL)
                .withWriteConcern(WriteConcern.W1.withJournal(false));
    }

    /** The line that was seen last is mostly still there, so a change is tried on it before it is read again. */
    @Override
    public Line change(UnaryOperator<Line> change) {
        var after = change.apply(known);
        if (after.equals(known) || !replace(known, after)) {
            after = changeNewest(change);
        }
        known = after;
        return after;
    }

    private Line changeNewest(UnaryOperator<Line> change) {
        while (true) {
            var before = read();
            var after = change.apply(before);
            if (after.equals(before) || replace(before, after)) {
                return after;
            }
        }
    }

    private Line read() {
        var stored = lines.find(eq(ID, LOG)).first();
        return stored == null ? Line.EMPTY : new Line(stored.getLong(VERSION), stored.getList(PROCESSES, String.class));
    }

    private boolean replace(Line before, Line after) {
        try {
            var first = new ReplaceOptions().upsert(before.equals(Line.EMPTY));
            var result = lines.replaceOne(and(eq(ID, LOG), eq(VERSION, before.version())), document(after), first);
            return result.getMatchedCount() > 0 || result.getUpsertedId() != null;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false; // Another process began the line.
            }
            throw e;
        }
    }

    private static Document document(Line line) {
        return new Document(VERSION, line.version()).append(PROCESSES, line.processes());
    }
}

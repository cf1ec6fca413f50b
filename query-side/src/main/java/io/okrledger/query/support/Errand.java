package io.okrledger.query.support;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Work that one process at a time does for all of them, and what it tells about it, which all can hear. A process that
 * has told nothing for a minute is taken for dead: then another one may begin, and the first is told so when it tells
 * something again.
 */
public final class Errand {

    private static final String COLLECTION = "errands";
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(1);

    /** @param silent whether its process should have told more by now */
    public record Told(String text, boolean silent) {}

    private final MongoCollection<Document> errands;
    private final Bson itself;
    private final String name;
    private final String process = UUID.randomUUID().toString();
    private final Clock clock;

    /** @param clock one that goes on */
    Errand(MongoDatabase database, String name, Clock clock) {
        this.errands = database.getCollection(COLLECTION).withWriteConcern(WriteConcern.MAJORITY);
        this.name = name;
        this.itself = eq("_id", name);
        this.clock = clock;
    }

    /** Takes the work on, unless another process is at it, or this one. */
    public boolean begin(String text) {
        makeKnown();
        return tell(text, true, or(eq("open", false), lt("at", silentSince())));
    }

    /** Tells how it is going on, or, when it is not {@code open} any more, how it has ended; not when it was lost. */
    public boolean tell(String text, boolean open) {
        return tell(text, open, and(eq("process", process), eq("open", true)));
    }

    /** What was told last, by whichever process. */
    public Optional<Told> told() {
        return Optional.ofNullable(errands.find(itself).first())
                .filter(errand -> errand.containsKey("text"))
                .map(errand -> new Told(
                        errand.getString("text"), errand.getBoolean("open") && errand.getLong("at") < silentSince()));
    }

    private void makeKnown() {
        try {
            if (errands.find(itself).first() == null) {
                errands.insertOne(new Document("_id", name).append("open", false));
            }
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    private boolean tell(String text, boolean open, Bson condition) {
        var errand = new Document("_id", name)
                .append("process", process)
                .append("open", open)
                .append("at", clock.millis())
                .append("text", text);
        return errands.replaceOne(and(itself, condition), errand).getMatchedCount() == 1;
    }

    private long silentSince() {
        return clock.millis() - LONGEST_SILENCE.toMillis();
    }
}

package io.okrledger.query.support.rollouts;

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
import io.okrledger.query.support.slots.Rollout;
import io.okrledger.query.support.views.Documents;
import io.okrledger.query.support.views.Projections;
import io.okrledger.query.support.views.View;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.bson.RawBsonDocument;
import org.springframework.stereotype.Component;

/** The rollout of each model, one document for all nodes. Of two who change one at the same time, one is refused. */
@Component
public final class Rollouts {

    static final String COLLECTION = "projections";

    /** The document of a rollout. */
    private record Stored(String id, Rollout rollout) implements View {}

    private final MongoCollection<RawBsonDocument> documents;
    private final Projections projections;

    Rollouts(MongoDatabase database, Projections projections) {
        documents = database.getCollection(COLLECTION, RawBsonDocument.class)
                .withReadPreference(ReadPreference.primary())
                .withReadConcern(ReadConcern.MAJORITY)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.projections = projections;
    }

    /** That of every model, in the order of their names. */
    public Collection<Rollout> all() {
        Map<String, Rollout> all = new TreeMap<>();
        projections.byName().keySet().forEach(model -> all.put(model, Rollout.first(model)));
        for (var document : documents.find()) {
            // Not of a model that an older release had, or a newer one will have.
            all.computeIfPresent(document.getString("_id").getValue(), (model, first) -> read(document));
        }
        return all.values();
    }

    /** That of a model that there is. */
    public Rollout of(String model) {
        var document = documents.find(eq("_id", model)).first();
        return document == null ? Rollout.first(model) : read(document);
    }

    /** Returns false, and changes nothing, if another step was taken meanwhile. */
    public boolean replace(Rollout before, Rollout after) {
        var unchanged = and(eq("_id", before.model()), eq("rollout.revision", before.revision()));
        // Nobody has stored what a model begins with; who is late in doing so fails on the id.
        var options = new ReplaceOptions().upsert(before.revision() == 0);
        try {
            var result = documents.replaceOne(unchanged, document(after), options);
            return result.getMatchedCount() > 0 || result.getUpsertedId() != null;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    private static RawBsonDocument document(Rollout rollout) {
        return Documents.write(
                new Stored(rollout.model(), rollout), fields -> fields.writeString(Documents.ID, rollout.model()));
    }

    private static Rollout read(RawBsonDocument document) {
        return Documents.read(document, Stored.class).rollout();
    }
}

package io.okrledger.command.objective;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.objective.ObjectiveCreated;
import io.okrledger.events.objective.ObjectiveId;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.bson.Document;
import org.springframework.stereotype.Component;

/**
 * Which objectives a cycle has: the memory of the grading automation. It is filled from the log as the log grows, and as
 * a whole when it is found empty at a start: the automation's token says then that the objectives were seen, and without
 * them they would never be graded.
 */
@Component
class ObjectivesByCycle {

    private static final String CYCLE = "cycleId";
    private static final String MARKER = "marker";

    private final MongoCollection<Document> collection;

    ObjectivesByCycle(MongoDatabase database, EventStore events) {
        collection = database.getCollection(WhenCycleClosedThenGradeObjectives.GROUP);
        collection.createIndex(Indexes.ascending(CYCLE));
        if (collection.find(Filters.eq(MARKER)).first() == null) {
            remember(events);
            replace(new Document("_id", MARKER));
        }
    }

    /** No other node is in the way: each writes the same. */
    private void remember(EventStore events) {
        try (var log = events.openStream(events.createTailToken())) {
            while (log.hasNextAvailable()) {
                if (log.nextAvailable().getPayload() instanceof ObjectiveCreated created) {
                    add(created.cycleId(), created.objectiveId());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while reading the log for its objectives", e);
        }
    }

    void add(CycleId cycleId, ObjectiveId objectiveId) {
        replace(new Document("_id", objectiveId.toString()).append(CYCLE, cycleId.toString()));
    }

    private void replace(Document document) {
        collection.replaceOne(Filters.eq(document.get("_id")), document, new ReplaceOptions().upsert(true));
    }

    List<ObjectiveId> of(CycleId cycleId) {
        return collection
                .find(Filters.eq(CYCLE, cycleId.toString()))
                .sort(Indexes.ascending("_id"))
                .map(found -> ObjectiveId.from(found.getString("_id")))
                .into(new ArrayList<>());
    }
}

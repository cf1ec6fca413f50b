package io.okrledger.command.objective;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.objective.ObjectiveId;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** Which objectives a cycle has: the memory of the grading automation, filled from the log and rebuilt with it. */
@Component
class ObjectivesByCycle {

    private static final String CYCLE = "cycleId";

    private final MongoCollection<Document> collection;

    ObjectivesByCycle(MongoDatabase database) {
        collection = database.getCollection(WhenCycleClosedThenGradeObjectives.GROUP);
        collection.createIndex(Indexes.ascending(CYCLE));
    }

    void add(CycleId cycleId, ObjectiveId objectiveId) {
        var id = objectiveId.toString();
        collection.replaceOne(
                Filters.eq(id),
                new Document("_id", id).append(CYCLE, cycleId.toString()),
                new ReplaceOptions().upsert(true));
    }

    List<ObjectiveId> of(CycleId cycleId) {
        return collection
                .find(Filters.eq(CYCLE, cycleId.toString()))
                .sort(Indexes.ascending("_id"))
                .map(found -> ObjectiveId.from(found.getString("_id")))
                .into(new ArrayList<>());
    }
}

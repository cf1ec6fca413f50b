package io.okrledger.embedded;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static io.okrledger.embedded.ConnectedStore.all;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteUpsert;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteManyModel;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.FindOneAndDeleteOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateManyModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.BsonInt32;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a write did is what it tells, and it did all of each statement or nothing of it. */
class OrderedWritesTest {

    private static final int DUPLICATE = 11000;

    private final ConnectedStore store = ConnectedStore.inMemory();
    private final MongoCollection<Document> notes = store.notes();

    @AfterEach
    void close() {
        assertThat(store.validate("notes")).containsEntry("valid", true);
        store.close();
    }

    private static Document note(int id, int a) {
        return new Document("_id", id).append("a", a);
    }

    private List<Integer> ids() {
        return all(notes.find()).stream().map(it -> it.getInteger("_id")).toList();
    }

    private List<Integer> as() {
        return all(notes.find()).stream().map(it -> it.getInteger("a")).toList();
    }

    private static List<Integer> indexes(MongoBulkWriteException refused) {
        return refused.getWriteErrors().stream().map(BulkWriteError::getIndex).toList();
    }

    @Test
    void anOrderedInsertTellsWhatItInsertedBeforeTheDuplicate() {
        var refused = catchThrowableOfType(
                MongoBulkWriteException.class,
                () -> notes.insertMany(List.of(note(1, 1), note(2, 2), note(2, 3), note(4, 4))));
        assertThat(refused.getWriteResult().getInsertedCount()).isEqualTo(2);
        assertThat(indexes(refused)).containsExactly(2);
        assertThat(refused.getWriteErrors().get(0).getCode()).isEqualTo(DUPLICATE);
        assertThat(ids()).containsExactly(1, 2);
    }

    @Test
    void anUnorderedInsertGoesOnBehindADuplicate() {
        notes.createIndex(ascending("a"), new IndexOptions().unique(true));
        var refused = catchThrowableOfType(
                MongoBulkWriteException.class,
                () -> notes.insertMany(
                        List.of(note(1, 1), note(1, 2), note(3, 1), note(4, 4)),
                        new InsertManyOptions().ordered(false)));
        assertThat(refused.getWriteResult().getInsertedCount()).isEqualTo(2);
        assertThat(indexes(refused)).containsExactly(1, 2);
        assertThat(ids()).containsExactly(1, 4);
    }

    @Test
    void anOrderedBulkWriteEndsAtTheFirstFailure() {
        notes.insertOne(note(1, 1));
        List<WriteModel<Document>> mixed = List.of(
                new UpdateOneModel<>(eq("_id", 1), inc("a", 1)),
                new InsertOneModel<>(note(1, 0)),
                new DeleteOneModel<>(eq("_id", 1)),
                new InsertOneModel<>(note(2, 0)));
        assertThat(indexes(refusalOf(mixed, true))).containsExactly(1);
        assertThat(all(notes.find())).containsExactly(note(1, 2));
    }

    @Test
    void anOrderedBulkWriteEndsAtTheFirstFailureAmongOperationsOfOneKind() {
        notes.insertMany(List.of(note(1, 1), note(2, 2)));
        List<WriteModel<Document>> updates = List.of(
                new UpdateOneModel<>(eq("_id", 1), inc("a", 1)),
                new UpdateOneModel<>(eq("_id", 1), set("_id", 5)),
                new UpdateOneModel<>(eq("_id", 2), inc("a", 1)));
        assertThat(indexes(refusalOf(updates, true))).containsExactly(1);
        assertThat(as()).containsExactly(2, 2);
    }

    @Test
    void anUnorderedBulkWriteGoesOnBehindAFailure() {
        notes.insertMany(List.of(note(1, 1), note(2, 2)));
        List<WriteModel<Document>> mixed = List.of(
                new UpdateOneModel<>(eq("_id", 1), set("_id", 5)),
                new InsertOneModel<>(note(1, 0)),
                new UpdateManyModel<>(new Document(), inc("a", 1)),
                new ReplaceOneModel<>(eq("_id", 2), note(9, 9)),
                new InsertOneModel<>(note(3, 3)));
        var refused = refusalOf(mixed, false);
        assertThat(indexes(refused)).containsExactly(0, 1, 3);
        assertThat(refused.getWriteResult().getModifiedCount()).isEqualTo(2);
        assertThat(all(notes.find())).containsExactly(note(1, 2), note(2, 3), note(3, 3));
    }

    private MongoBulkWriteException refusalOf(List<WriteModel<Document>> writes, boolean ordered) {
        return catchThrowableOfType(
                MongoBulkWriteException.class, () -> notes.bulkWrite(writes, new BulkWriteOptions().ordered(ordered)));
    }

    @Test
    void tellsWhatMatchedWhatChangedAndWhatIsNew() {
        notes.insertMany(List.of(note(1, 1), note(2, 2), note(3, 3)));
        var upsert = new ReplaceOptions().upsert(true);
        var result = notes.bulkWrite(List.of(
                new UpdateManyModel<>(gte("a", 2), set("a", 2)),
                new ReplaceOneModel<>(eq("_id", 7), note(7, 7), upsert),
                new ReplaceOneModel<>(eq("_id", 1), note(1, 1), upsert),
                new UpdateOneModel<>(eq("_id", 8), set("a", 8), new UpdateOptions().upsert(true)),
                new UpdateOneModel<>(eq("_id", 99), set("a", 8)),
                new DeleteManyModel<>(eq("a", 2))));
        assertThat(result.getMatchedCount()).isEqualTo(3);
        assertThat(result.getModifiedCount()).isEqualTo(1);
        assertThat(result.getDeletedCount()).isEqualTo(2);
        assertThat(result.getUpserts())
                .containsExactly(new BulkWriteUpsert(1, new BsonInt32(7)), new BulkWriteUpsert(3, new BsonInt32(8)));
        assertThat(all(notes.find())).containsExactly(note(1, 1), note(7, 7), note(8, 8));
    }

    @Test
    void aRefusedStatementLeavesNothing() {
        notes.createIndex(ascending("a"), new IndexOptions().unique(true));
        notes.insertMany(List.of(note(1, 1), note(2, 2), note(3, 3), note(4, 5)));
        assertThatThrownBy(() -> notes.updateMany(new Document(), set("a", 7))).isInstanceOf(MongoWriteException.class);
        assertThatThrownBy(() -> notes.updateOne(eq("_id", 9), set("a", 5), new UpdateOptions().upsert(true)))
                .isInstanceOf(MongoWriteException.class);
        assertThatThrownBy(() -> notes.findOneAndUpdate(eq("_id", 1), set("a", 2)))
                .isInstanceOf(MongoCommandException.class)
                .hasMessageContaining("E11000");
        assertThat(as()).containsExactly(1, 2, 3, 5);
    }

    @Test
    void refusesAnotherIdAndAReplacementOfMany() {
        notes.insertMany(List.of(note(1, 1), note(2, 2)));
        assertThatThrownBy(() -> notes.replaceOne(eq("_id", 1), note(3, 3))).hasMessageContaining("_id");
        var refusal = store.run("{update: 'notes', updates: [{q: {}, u: {a: 9}, multi: true}]}");
        assertThat(refusal.getList("writeErrors", Document.class)).hasSize(1);
        assertThat(as()).containsExactly(1, 2);
    }

    @Test
    void anUpdateOfManyMeetsADocumentOnceThoughItMovesInItsIndex() {
        notes.createIndex(ascending("a"));
        notes.insertMany(IntStream.range(0, 300).mapToObj(i -> note(i, i)).toList());
        var result = notes.updateMany(gte("a", 0), inc("a", 1_000));
        assertThat(result.getModifiedCount()).isEqualTo(300);
        assertThat(as()).isEqualTo(IntStream.range(1_000, 1_300).boxed().toList());
    }

    @Test
    void takesAFilterOnAFieldForThatAlsoWhenTheFieldIsNamedQuery() {
        notes.insertMany(List.of(
                note(1, 1), new Document("_id", 2).append("query", 1), new Document("_id", 3).append("$query", 1)));
        assertThat(notes.deleteMany(eq("query", new Document("a", 1))).getDeletedCount())
                .isZero();
        assertThat(notes.updateMany(eq("query", 1), set("a", 5)).getModifiedCount())
                .isEqualTo(1);
        assertThat(notes.countDocuments(eq("query", 1))).isEqualTo(1);
        assertThat(notes.deleteMany(eq("query", 1)).getDeletedCount()).isEqualTo(1);
    }

    @Test
    void refusesADocumentThatGrowsTooLargeToBeRead() {
        var half = "x".repeat(9 << 20);
        notes.insertOne(new Document("_id", 1).append("one", half));
        assertThatThrownBy(() -> notes.updateOne(eq("_id", 1), set("other", half)))
                .isInstanceOf(MongoWriteException.class)
                .hasMessageContaining("16");
        assertThat(ids()).containsExactly(1);
    }

    @Test
    void refusesAnIdThatIsAnArray() {
        assertThatThrownBy(() -> notes.insertOne(new Document("_id", List.of(1))))
                .hasMessageContaining("_id");
        assertThat(notes.countDocuments()).isZero();
    }

    @Test
    void findsAndModifiesOne() {
        notes.createIndex(ascending("a"));
        notes.insertMany(List.of(note(1, 1), note(2, 2), note(3, 3)));
        var after = new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
        assertThat(notes.findOneAndUpdate(gte("a", 2), inc("a", 10))).isEqualTo(note(2, 2));
        assertThat(notes.findOneAndUpdate(gte("a", 2), inc("a", 10), after.sort(new Document("a", -1))))
                .isEqualTo(note(2, 22));
        assertThat(notes.findOneAndUpdate(eq("_id", 9), set("a", 9), after.upsert(true)))
                .isEqualTo(note(9, 9));
        assertThat(notes.findOneAndUpdate(
                        eq("_id", 10), set("a", 9), new FindOneAndUpdateOptions().projection(Projections.include("a"))))
                .isNull();
        assertThat(notes.findOneAndDelete(new Document(), new FindOneAndDeleteOptions().sort(new Document("a", -1))))
                .isEqualTo(note(2, 22));
        assertThat(as()).containsExactly(1, 3, 9);
    }
}

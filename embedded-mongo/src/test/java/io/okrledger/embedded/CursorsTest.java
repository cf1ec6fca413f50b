package io.okrledger.embedded;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.set;
import static io.okrledger.embedded.ConnectedStore.all;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCursorNotFoundException;
import com.mongodb.MongoQueryException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorsTest {

    private static final int CURSOR_NOT_FOUND = 43;
    private static final int REPLY_BYTES = 16 << 20;

    private final ConnectedStore store = ConnectedStore.inMemory();
    private final MongoCollection<Document> notes = store.notes();

    @AfterEach
    void close() {
        store.close();
    }

    private void insert(int documents, int bytes) {
        var text = "x".repeat(bytes);
        var all = IntStream.range(0, documents)
                .mapToObj(i -> new Document("_id", i).append("a", i).append("text", text))
                .toList();
        for (var from = 0; from < documents; from += 1_000) {
            notes.insertMany(all.subList(from, Math.min(documents, from + 1_000)));
        }
    }

    private static Document cursor(Document reply) {
        return reply.get("cursor", Document.class);
    }

    private static Document more(Document cursor) {
        return new Document("getMore", cursor.getLong("id")).append("collection", "notes");
    }

    private static List<Document> batch(Document cursor) {
        return cursor.getList(cursor.containsKey("firstBatch") ? "firstBatch" : "nextBatch", Document.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{find: 'notes'}", "{aggregate: 'notes', pipeline: [], cursor: {}}"})
    void beginsWith101DocumentsAndGivesTheRestWhenAskedForMore(String command) {
        insert(500, 10);
        var first = cursor(store.run(command));
        assertThat(batch(first)).hasSize(101);
        var rest = cursor(store.run(more(first)));
        assertThat(batch(rest)).hasSize(399);
        assertThat(rest.getLong("id")).isZero();
        assertThat(store.refusalOf(more(first)).getErrorCode()).isEqualTo(CURSOR_NOT_FOUND);
    }

    @Test
    void leavesNoCursorBehindWhenThereIsNoMore() {
        insert(101, 10);
        for (var command : List.of(
                "{find: 'notes'}",
                "{find: 'notes', batchSize: 101}",
                "{find: 'notes', limit: 7, batchSize: 7}",
                "{find: 'notes', batchSize: 5, singleBatch: true}",
                "{find: 'nothing'}")) {
            assertThat(cursor(store.run(command)).getLong("id")).as(command).isZero();
        }
        assertThat(openCursors()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{find: 'notes', batchSize: 0}", "{aggregate: 'notes', pipeline: [], cursor: {batchSize: 0}}"})
    void beginsWithNothingWhenThatIsAskedFor(String command) {
        insert(3, 10);
        var first = cursor(store.run(command));
        assertThat(batch(first)).isEmpty();
        assertThat(batch(cursor(store.run(more(first).append("batchSize", 2))))).hasSize(2);
        assertThat(batch(cursor(store.run(more(first))))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{find: 'notes'}", "{aggregate: 'notes', pipeline: [{$match: {}}], cursor: {}}"})
    void keepsRepliesSmallWhenDocumentsAreLarge(String command) {
        insert(20, 1 << 20);
        notes.insertOne(new Document("_id", 100).append("text", "x".repeat((16 << 20) - 100)));
        var found = 0;
        for (var next = Document.parse(command); next != null; ) {
            var reply = store.database().runCommand(next, RawBsonDocument.class);
            assertThat(reply.getByteBuffer().remaining()).isLessThan(REPLY_BYTES + 1_000);
            var cursor = reply.getDocument("cursor");
            found += cursor.getArray(cursor.containsKey("firstBatch") ? "firstBatch" : "nextBatch")
                    .size();
            var id = cursor.getInt64("id").getValue();
            next = id == 0 ? null : more(new Document("id", id));
        }
        assertThat(found).isEqualTo(21);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{distinct: 'notes', key: 'text'}",
                "{aggregate: 'notes', pipeline: [{$group: {_id: 1, all: {$push: '$text'}}}], cursor: {}}"
            })
    void refusesAnAnswerThatNoReplyCanHold(String command) {
        IntStream.range(0, 17).forEach(i -> notes.insertOne(new Document("text", i + "x".repeat(1 << 20))));
        var refusal = store.refusalOf(command);
        assertThat(refusal.getErrorCodeName()).isEqualTo("BSONObjectTooLarge");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{_id: -1}", "{a: 1}", "{a: -1}", "{b: 1}", "{b: -1, _id: 1}"})
    void givesWhatStaysOnceWhileDocumentsComeGoAndChange(String sort) {
        notes.createIndex(ascending("a"));
        insert(150, 10);
        var seen = new ArrayList<>();
        try (var cursor = notes.find().sort(Document.parse(sort)).batchSize(7).cursor()) {
            while (cursor.hasNext()) {
                var id = cursor.next().get("_id");
                if (id instanceof Integer whole) {
                    change(whole, seen.size());
                }
                seen.add(id);
            }
        }
        assertThat(seen)
                .doesNotHaveDuplicates()
                .containsAll(IntStream.range(0, 75).mapToObj(i -> 2 * i + 1).toList());
    }

    /** Takes away the even one that was just given, or one around it; adds one anywhere; changes an odd one in its place. */
    private void change(int id, int i) {
        var anywhere = i * 37 % 150;
        notes.deleteOne(eq("_id", id - id % 2 + (i % 3 - 1) * 2));
        notes.updateOne(eq("_id", anywhere + 0.5), set("a", anywhere), new UpdateOptions().upsert(true));
        notes.updateOne(eq("_id", id + 1 - id % 2), set("text", i));
    }

    @Test
    void givesADocumentOnceThoughItComesWithAnArrayBehindTheBeginning() {
        notes.createIndex(ascending("a"));
        insert(10, 10);
        try (var cursor = notes.find(gte("a", 0)).batchSize(2).cursor()) {
            cursor.next();
            notes.insertOne(new Document("_id", 100).append("a", List.of(20, 21, 22)));
            assertThat(rest(cursor)).hasSize(10);
        }
    }

    @Test
    void endsWhenTheCollectionIsDropped() {
        insert(10, 10);
        try (var cursor = notes.find().batchSize(2).cursor()) {
            cursor.next();
            notes.drop();
            insert(10, 10);
            assertThatThrownBy(() -> rest(cursor))
                    .isInstanceOf(MongoQueryException.class)
                    .hasMessageContaining("dropped");
        }
    }

    @Test
    void endsWhenTheDatabaseIsDropped() {
        insert(10, 10);
        try (var cursor = notes.find().batchSize(2).cursor()) {
            cursor.next();
            store.database().drop();
            assertThatThrownBy(() -> rest(cursor)).isInstanceOf(MongoQueryException.class);
        }
    }

    @Test
    void endsWhenItsIndexIsDroppedAndMadeAgain() {
        var index = notes.createIndex(ascending("a"));
        insert(10, 10);
        try (var byIndex = notes.find(gte("a", 3)).batchSize(2).cursor();
                var other = notes.find().batchSize(2).cursor()) {
            byIndex.next();
            other.next();
            notes.dropIndex(index);
            notes.createIndex(ascending("a"));
            assertThatThrownBy(() -> rest(byIndex)).isInstanceOf(MongoQueryException.class);
            assertThat(rest(other)).hasSize(9);
        }
    }

    private static List<Document> rest(MongoCursor<Document> cursor) {
        var rest = new ArrayList<Document>();
        cursor.forEachRemaining(rest::add);
        return rest;
    }

    @Test
    void forgetsACursorThatIsKilled() {
        insert(10, 10);
        var first = cursor(store.run("{find: 'notes', batchSize: 2}"));
        var id = first.getLong("id");
        var reply = store.run(new Document("killCursors", "notes").append("cursors", List.of(id, 77L)));
        assertThat(reply).containsEntry("cursorsKilled", List.of(id)).containsEntry("cursorsNotFound", List.of(77L));
        assertThat(store.refusalOf(more(first)).getErrorCode()).isEqualTo(CURSOR_NOT_FOUND);
        notes.find().batchSize(2).cursor().close();
        assertThat(openCursors()).isZero();
    }

    @Test
    void forgetsTheCursorThatWasLeftAloneLongestWhenThereAreTooMany() {
        insert(10, 10);
        var cursors = new ArrayList<MongoCursor<Document>>();
        for (var i = 0; i < 1_100; i++) {
            cursors.add(notes.find().batchSize(2).cursor());
        }
        assertThat(openCursors()).isEqualTo(1_000);
        assertThatThrownBy(() -> rest(cursors.get(0))).isInstanceOf(MongoCursorNotFoundException.class);
        assertThat(rest(cursors.get(100))).hasSize(10);
        assertThat(rest(cursors.get(1_099))).hasSize(10);
    }

    private long openCursors() {
        var metrics = store.run("{serverStatus: 1}").get("metrics", Document.class);
        return metrics.get("cursor", Document.class).get("open", Document.class).getLong("total");
    }

    @Test
    void sortsByWhatNoIndexHasInBatches() {
        insert(1_000, 10);
        var found = all(notes.find()
                .sort(new Document("text", 1).append("a", -1))
                .skip(10)
                .limit(900)
                .batchSize(50));
        assertThat(found.stream().map(it -> it.getInteger("_id")))
                .isEqualTo(IntStream.range(0, 900).mapToObj(i -> 989 - i).toList());
    }
}

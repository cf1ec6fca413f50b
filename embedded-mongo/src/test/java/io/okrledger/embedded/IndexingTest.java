package io.okrledger.embedded;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.descending;
import static io.okrledger.embedded.ConnectedStore.all;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.model.IndexOptions;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndexingTest extends NotesOnDisk {

    @Test
    void keepsItsIndexesWhenItIsOpenedAgain() {
        store.notes().createIndex(ascending("b"), UNIQUE);
        store.notes().createIndex(descending("a", "b"), new IndexOptions().sparse(true));
        insert(0, 100);
        store.notes()
                .insertOne(new Document("_id", 100).append("a", List.of(1, 2)).append("b", "b100"));
        var before = all(store.notes().listIndexes());
        reopen();
        assertThat(store.notes().listIndexes()).containsExactlyElementsOf(before);
        store.requireValid("notes");
        assertThat(store.notes().countDocuments(eq("a", 2))).isEqualTo(11);
        assertThatThrownBy(() -> store.notes().insertOne(new Document("b", "b7")))
                .isInstanceOf(MongoWriteException.class)
                .hasMessageContaining("b_1");
    }

    @Test
    void listsItsIndexesAsTheyAre() {
        store.notes().createIndex(ascending("a"), UNIQUE);
        store.notes()
                .createIndex(
                        descending("a", "b"), new IndexOptions().sparse(true).name("mine"));
        store.collection("others").createIndex(ascending("c"));
        assertThat(store.notes().listIndexes())
                .containsExactly(
                        index("_id_", "_id", 1),
                        index("a_1", "a", 1).append("unique", true),
                        new Document("v", 2)
                                .append("key", new Document("a", -1).append("b", -1))
                                .append("name", "mine")
                                .append("sparse", true));
    }

    private static Document index(String name, String field, int direction) {
        return new Document("v", 2)
                .append("key", new Document(field, direction))
                .append("name", name);
    }

    @Test
    void takesTheSameIndexTwice() {
        insert(0, 20);
        var command = "{createIndexes: 'notes', indexes: [{key: {a: 1}, name: 'a_1'}]}";
        assertThat(store.run(command)).containsEntry("numIndexesBefore", 1).containsEntry("numIndexesAfter", 2);
        assertThat(store.run(command)).containsEntry("numIndexesBefore", 2).containsEntry("numIndexesAfter", 2);
        store.notes().createIndex(ascending("_id"));
        assertThat(store.indexNames("notes")).containsExactly("_id_", "a_1");
        store.requireValid("notes");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            86 | {key: {b: 1}, name: 'a_1'}
            86 | {key: {a: -1}, name: 'a_1'}
            86 | {key: {a: 1, b: 1}, name: 'a_1'}
            86 | {key: {a: 1}, name: 'a_1', unique: true}
            86 | {key: {a: 1}, name: 'a_1', sparse: true}
            85 | {key: {a: 1}, name: 'other'}
            """)
    void refusesAnIndexThatConflictsWithOneThatIsThere(int code, String index) {
        store.notes().createIndex(ascending("a"));
        var command = new Document("createIndexes", "notes").append("indexes", List.of(Document.parse(index)));
        assertThat(store.refusalOf(command).getErrorCode()).isEqualTo(code);
        assertThat(store.notes().listIndexes()).containsExactly(index("_id_", "_id", 1), index("a_1", "a", 1));
    }

    @Test
    void findsADocumentByEachElementOfAnArray() {
        store.notes().createIndex(ascending("a.x"), UNIQUE);
        var parts = List.of(new Document("x", 1), new Document("x", 2), new Document("x", 2));
        store.notes().insertOne(new Document("_id", 1).append("a", parts));
        assertThat(store.notes().countDocuments(eq("a.x", 1))).isEqualTo(1);
        assertThat(store.notes().find(new Document("a.x", new Document("$gte", 1))))
                .hasSize(1);
        assertThatThrownBy(() -> store.notes().insertOne(new Document("a", new Document("x", 2))))
                .hasMessageContaining("E11000");
        store.notes().updateOne(eq("_id", 1), new Document("$pop", new Document("a", -1)));
        store.notes().insertOne(new Document("a", new Document("x", 1)));
        store.requireValid("notes");
    }

    /** Two elements may fulfil what no single value does, and the range between both would be empty. */
    @Test
    void knowsOfArraysThoughTheFirstOneWasTakenBack() {
        store.notes().createIndex(ascending("a"));
        store.notes().createIndex(ascending("b"), UNIQUE);
        store.notes()
                .insertMany(List.of(
                        new Document("_id", 1).append("b", 1),
                        new Document("_id", 2).append("b", 2),
                        new Document("_id", 3).append("b", 3)));
        var arrays = new Document("$set", new Document("a", List.of(5, 6)).append("b", 4));
        assertThatThrownBy(() -> store.notes().updateMany(new Document(), arrays))
                .hasMessageContaining("E11000");
        store.notes().insertOne(new Document("_id", 4).append("a", List.of(1, 9)));
        reopen();
        assertThat(store.notes().find(and(gt("a", 4), lt("a", 6)))).hasSize(1);
        store.requireValid("notes");
    }

    @Test
    void refusesAnIdThatWasTheLastOneWhenItWasOpenedAgain() {
        insert(0, 10);
        reopen();
        assertThatThrownBy(() -> insert(9, 10)).hasMessageContaining("E11000");
        insert(10, 11);
        assertThatThrownBy(() -> insert(10, 11)).hasMessageContaining("E11000");
        store.notes().deleteOne(eq("_id", 10));
        insert(10, 11);
        assertThatThrownBy(() -> insert(10, 11)).hasMessageContaining("E11000");
        assertThat(store.notes().countDocuments()).isEqualTo(11);
        store.requireValid("notes");
    }

    @Test
    void aSparseIndexLeavesOutWhatHasNoneOfItsFields() {
        store.notes()
                .createIndex(
                        ascending("a", "b"), new IndexOptions().unique(true).sparse(true));
        store.notes()
                .insertMany(List.of(
                        new Document("_id", 1), new Document("_id", 2), new Document("_id", 3).append("a", null)));
        assertThat(store.notes().countDocuments(eq("a", null))).isEqualTo(3);
        assertThat(store.notes().find().sort(ascending("a", "b"))).hasSize(3);
        assertThat(store.validate("notes").get("keysPerIndex", Document.class)).containsEntry("a_1_b_1", 1L);
        assertThatThrownBy(() -> store.notes().insertOne(new Document("a", null)))
                .hasMessageContaining("E11000");
    }

    @Test
    void aUniqueIndexThatIsNotSparseTakesOneDocumentWithoutItsField() {
        store.notes().createIndex(ascending("a"), UNIQUE);
        store.notes().insertOne(new Document("_id", 1));
        assertThatThrownBy(() -> store.notes().insertOne(new Document("_id", 2)))
                .hasMessageContaining("E11000");
    }

    @Test
    void dropsTheIndexesOfOneCollectionAndLeavesThoseOfOthers() {
        for (var name : List.of("notes", "others")) {
            store.collection(name).createIndex(ascending("a"));
            store.collection(name).createIndex(ascending("b"), UNIQUE);
        }
        store.notes().dropIndex(ascending("a"));
        assertThat(store.indexNames("notes")).containsExactly("_id_", "b_1");
        store.notes().dropIndexes();
        assertThat(store.indexNames("notes")).containsExactly("_id_");
        assertThat(store.refusalOf("{dropIndexes: 'notes', index: 'a_1'}").getErrorCode())
                .isEqualTo(27);
        assertThat(store.refusalOf("{dropIndexes: 'notes', index: '_id_'}").getErrorCode())
                .isIn(27, 72);
        assertThat(store.indexNames("others")).containsExactly("_id_", "a_1", "b_1");
        reopen();
        assertThat(store.indexNames("notes")).containsExactly("_id_");
        assertThat(store.indexNames("others")).containsExactly("_id_", "a_1", "b_1");
    }

    @Test
    void aCollectionThatIsMadeAgainHasNothingOfTheOneBefore() {
        store.notes().createIndex(ascending("a"), UNIQUE);
        insert(0, 10);
        store.collection("others").createIndex(ascending("a"), UNIQUE);
        store.notes().drop();
        insert(0, 20);
        assertThat(store.indexNames("notes")).containsExactly("_id_");
        assertThat(store.indexNames("others")).containsExactly("_id_", "a_1");
        store.requireValid("notes");
        store.database().drop();
        assertThat(store.database().listCollectionNames()).isEmpty();
        insert(0, 20);
        reopen();
        assertThat(store.database().listCollectionNames()).containsExactly("notes");
        assertThat(store.notes().countDocuments()).isEqualTo(20);
        store.requireValid("notes");
    }
}

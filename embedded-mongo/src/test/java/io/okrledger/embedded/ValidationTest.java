package io.okrledger.embedded;

import static com.mongodb.client.model.Indexes.ascending;
import static org.assertj.core.api.Assertions.assertThat;

import io.okrledger.embedded.rocks.Engine;
import io.okrledger.embedded.rocks.Table;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store whose files somebody has changed behind its back. */
class ValidationTest {

    private static final String DOCUMENTS = "test.notes";
    private static final String INDEX = "test.notes\0a_1";

    @TempDir
    Path directory;

    @BeforeEach
    void fill() {
        try (var store = ConnectedStore.open(directory)) {
            store.notes().createIndex(ascending("a"));
            store.notes()
                    .insertMany(IntStream.range(0, 10)
                            .mapToObj(i -> new Document("_id", i).append("a", i))
                            .toList());
        }
    }

    @Test
    void findsNothingWrongWithWhatIsSound() throws Exception {
        damage(DOCUMENTS, (engine, table) -> {});
        assertThat(validate())
                .containsEntry("valid", true)
                .containsEntry("nrecords", 10)
                .containsEntry("keysPerIndex", new Document("_id_", 10L).append("a_1", 10L));
    }

    @Test
    void findsThatAnEntryIsMissing() throws Exception {
        damage(INDEX, (engine, table) -> engine.change().delete(table, lastKey(engine, table)));
        assertDamage("an entry of a_1 is missing");
    }

    @Test
    void findsThatAnEntryStandsForNothing() throws Exception {
        damage(INDEX, (engine, table) -> engine.change().put(table, new byte[] {0x7F}, new byte[] {0x7F}));
        assertDamage("the entries of a_1 are 11 and should be 10");
    }

    @Test
    void findsThatADocumentIsMissing() throws Exception {
        damage(DOCUMENTS, (engine, table) -> engine.change().delete(table, lastKey(engine, table)));
        assertDamage("the counted documents are 9 and should be 10");
    }

    @Test
    void findsThatADocumentIsNotWhereItsIdSays() throws Exception {
        damage(DOCUMENTS, (engine, table) -> {
            var last = lastKey(engine, table);
            var document = engine.reader().get(table, last);
            engine.change().delete(table, last);
            engine.change().put(table, new byte[] {0x7F}, document);
        });
        assertDamage("the document with the _id 9 is not where its _id says");
    }

    private static byte[] lastKey(Engine engine, Table table) {
        var entries = engine.reader().walk(table, new byte[0], null, true);
        assertThat(entries.next()).isTrue();
        return entries.key();
    }

    private void damage(String table, BiConsumer<Engine, Table> damage) throws Exception {
        try (var engine = Engine.open(directory.resolve("data"), directory.resolve("native"))) {
            engine.changing(() -> {
                damage.accept(engine, engine.tables().open(table));
                return table;
            });
        }
    }

    private Document validate() {
        try (var store = ConnectedStore.open(directory)) {
            return store.validate("notes");
        }
    }

    private void assertDamage(String error) {
        var found = validate();
        assertThat(found).containsEntry("valid", false);
        assertThat(found.getList("errors", String.class)).contains(error);
    }
}

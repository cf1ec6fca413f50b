package io.okrledger.embedded;

import static io.okrledger.embedded.ConnectedStore.all;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoQueryException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import org.bson.Document;

/** Whatever is written and whatever indexes come and go, every answer is that of a collection without any index. */
class QueryProperties {

    private static final String INDEXED = "indexed";
    private static final String PLAIN = "plain";
    private static final Document REFUSED = new Document("refused", true);

    private static ConnectedStore store;

    @BeforeContainer
    static void open() {
        store = ConnectedStore.inMemory();
    }

    @AfterContainer
    static void close() {
        store.close();
    }

    @Provide
    static Arbitrary<List<Document>> scripts() {
        return GeneratedScripts.scripts();
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void answersAreThoseOfACollectionWithoutIndexes(@ForAll("scripts") List<Document> script) {
        store.collection(INDEXED).drop();
        store.collection(PLAIN).drop();
        script.forEach(QueryProperties::run);
        assertThat(all(store.collection(INDEXED).find()))
                .containsExactlyElementsOf(all(store.collection(PLAIN).find()));
        if (store.database().listCollectionNames().into(new ArrayList<>()).contains(INDEXED)) {
            assertThat(store.validate(INDEXED)).containsEntry("valid", true).containsEntry("errors", List.of());
        }
    }

    private static void run(Document command) {
        var name = command.keySet().iterator().next();
        switch (name) {
            case "find" -> find(command);
            case "insert" -> write(command, "documents");
            case "update" -> write(command, "updates");
            case "delete" -> write(command, "deletes");
            case "createIndexes", "dropIndexes" -> reply(command, INDEXED);
            default -> compare(name, command);
        }
    }

    private static void find(Document query) {
        var expected = found(query, PLAIN);
        Statistics.label("found").collect(!expected.isEmpty());
        if (query.containsKey("sort")) {
            assertThat(found(query, INDEXED)).as("%s", query).containsExactlyElementsOf(expected);
        } else {
            assertThat(found(query, INDEXED)).as("%s", query).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private static List<Document> found(Document query, String collection) {
        try {
            return all(store.collection(collection)
                    .find(query.get("filter", Document.class))
                    .sort(query.get("sort", Document.class))
                    .projection(query.get("projection", Document.class))
                    .skip(query.getInteger("skip", 0))
                    .limit(query.getInteger("limit", 0))
                    .batchSize(query.getInteger("batchSize", 0)));
        } catch (MongoQueryException refusal) {
            assertThat(refusal).hasMessageContaining("Cannot sort by fields that are in different arrays");
            return List.of(REFUSED);
        }
    }

    /** What an index refuses, the collection without one is not asked for. */
    private static void write(Document command, String statements) {
        var reply = reply(command, INDEXED);
        var refused = reply.getList("writeErrors", Document.class, List.of()).stream()
                .map(error -> error.getInteger("index"))
                .toList();
        var all = command.getList(statements, Document.class);
        var taken = IntStream.range(0, all.size()).filter(i -> !refused.contains(i));
        var expected = reply(
                new Document(command)
                        .append(statements, taken.mapToObj(all::get).toList()),
                PLAIN);
        assertThat(summary(reply)).as("%s", command).isEqualTo(summary(expected));
    }

    private static List<Object> summary(Document reply) {
        var upserted = reply.getList("upserted", Document.class, List.of()).stream()
                .map(it -> it.get("_id"))
                .toList();
        return List.of(reply.get("n"), reply.get("nModified", 0), upserted);
    }

    private static void compare(String name, Document command) {
        var reply = reply(command, INDEXED);
        var isRefusedByAnIndex = name.equals("findAndModify") && reply.equals(REFUSED);
        if (!isRefusedByAnIndex) {
            assertThat(reply).as("%s", command).isEqualTo(reply(command, PLAIN));
        }
    }

    private static Document reply(Document command, String collection) {
        var name = command.keySet().iterator().next();
        var complete = new Document(name, collection);
        command.forEach(complete::putIfAbsent);
        try {
            return store.run(complete);
        } catch (MongoCommandException refusal) {
            assertThat(refusal.getErrorCode()).as(refusal.getErrorMessage()).isNotEqualTo(1);
            return REFUSED;
        }
    }
}

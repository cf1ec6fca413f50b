package io.okrledger.embedded;

import static io.okrledger.embedded.ConnectedStore.all;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoWriteException;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReplaceOptions;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import org.bson.BsonValue;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What a driver sends beside its command is stored as it comes; what stands in the command itself is made to objects first.
 * Both mean the same.
 */
class EncodedWritesProperties {

    private static final String BESIDE = "beside";
    private static final String WITHIN = "within";
    private static final int IMMUTABLE_FIELD = 66;
    private static final GeneratedValues VALUES = new GeneratedValues(List.of(0, 1, 1L, 2.5, "a", true));

    private static ConnectedStore store;

    @BeforeContainer
    static void open() {
        store = ConnectedStore.inMemory();
    }

    @AfterContainer
    static void close() {
        store.close();
    }

    /** @param filter null for an insert */
    private record Write(@Nullable Document filter, Document document, boolean upsert) {

        Outcome beside() {
            var collection = store.collection(BESIDE);
            try {
                if (filter == null) {
                    collection.insertOne(new Document(document));
                    return new Outcome(1, 0, null, 0);
                }
                var result = collection.replaceOne(filter, document, new ReplaceOptions().upsert(upsert));
                return new Outcome(
                        result.getMatchedCount(), result.getModifiedCount(), shown(result.getUpsertedId()), 0);
            } catch (MongoWriteException refused) {
                return new Outcome(0, 0, null, refused.getCode());
            }
        }

        Outcome within() {
            var reply = store.run(filter == null ? insert() : update(filter));
            if (reply.containsKey("writeErrors")) {
                var error = reply.getList("writeErrors", Document.class).get(0);
                return new Outcome(0, 0, null, error.getInteger("code"));
            }
            var upserted = reply.containsKey("upserted")
                    ? reply.getList("upserted", Document.class).get(0)
                    : null;
            return new Outcome(
                    reply.getInteger("n") - (upserted == null ? 0 : 1),
                    reply.getInteger("nModified", 0),
                    upserted == null ? null : shown(upserted.toBsonDocument().get("_id")),
                    0);
        }

        private Document insert() {
            return new Document("insert", WITHIN).append("documents", List.of(document));
        }

        private Document update(Document query) {
            var statement = new Document("q", query).append("u", document).append("upsert", upsert);
            return new Document("update", WITHIN).append("updates", List.of(statement));
        }

        private static @Nullable String shown(@Nullable BsonValue id) {
            return id == null ? null : Objects.toString(id);
        }
    }

    private record Outcome(
            long matched, long modified, @Nullable String upserted, int refusal) {}

    @Provide
    static Arbitrary<List<Write>> writes() {
        var documents = VALUES.documents();
        var upsert = Arbitraries.of(true, false);
        var inserts = documents.map(document -> new Write(null, document, false));
        var ofItsOwn = Combinators.combine(documents, upsert)
                .as((document, add) -> new Write(new Document("_id", document.get("_id")), document, add));
        var guarded = Combinators.combine(documents, VALUES.scalars(), upsert)
                .as((document, below, add) -> new Write(
                        new Document("_id", document.get("_id")).append("a", new Document("$lt", below)),
                        document,
                        add));
        var guardedTogether =
                guarded.map(write -> new Write(together(write.filter()), write.document(), write.upsert()));
        var ofAnother = Combinators.combine(Arbitraries.of(GeneratedValues.IDS), documents, upsert)
                .as((id, document, add) -> new Write(new Document("_id", id), document, add));
        var withoutId = Combinators.combine(Arbitraries.of(GeneratedValues.IDS), VALUES.scalars(), upsert)
                .as((id, a, add) -> new Write(new Document("_id", id), new Document("a", a), add));
        var byField = Combinators.combine(VALUES.scalars(), documents, upsert)
                .as((a, document, add) -> new Write(new Document("a", a), document, add));
        return Arbitraries.frequencyOf(
                        Tuple.of(3, inserts),
                        Tuple.of(4, ofItsOwn),
                        Tuple.of(2, guarded),
                        Tuple.of(3, guardedTogether),
                        Tuple.of(1, ofAnother),
                        Tuple.of(1, withoutId),
                        Tuple.of(1, byField))
                .list()
                .ofMinSize(5)
                .ofMaxSize(40);
    }

    @Example
    void refuseAnotherIdForTheDocumentWhoseIdIsNull() {
        store.collection(BESIDE).drop();
        store.collection(WITHIN).drop();
        var nobody = new Write(null, new Document("_id", null).append("a", 1), false);
        var somebody = new Write(new Document("a", 1), new Document("_id", 5), true);
        assertThat(nobody.beside()).isEqualTo(nobody.within());
        assertThat(somebody.beside()).isEqualTo(somebody.within());
        assertThat(somebody.beside().refusal()).isEqualTo(IMMUTABLE_FIELD);
        assertThat(all(store.collection(BESIDE).find())).containsExactly(new Document("_id", null).append("a", 1));
        store.requireValid(BESIDE);
        store.requireValid(WITHIN);
    }

    /** As the filters of the driver put conditions together. */
    private static Document together(@Nullable Document conditions) {
        var all = requireNonNull(conditions).entrySet().stream()
                .map(it -> new Document(it.getKey(), it.getValue()))
                .toList();
        return new Document("$and", all);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void meanTheSame(@ForAll("writes") List<Write> writes) {
        for (var name : List.of(BESIDE, WITHIN)) {
            store.collection(name).drop();
            store.collection(name).createIndex(new Document("a", 1));
            store.collection(name).createIndex(new Document("b", -1), new IndexOptions().unique(true));
        }
        for (var write : writes) {
            var outcome = write.beside();
            assertThat(outcome).as("%s", write).isEqualTo(write.within());
            Statistics.label("refusal").collect(outcome.refusal());
            Statistics.label("modified").collect(outcome.modified());
        }
        assertThat(all(store.collection(BESIDE).find()))
                .containsExactlyElementsOf(all(store.collection(WITHIN).find()));
        store.requireValid(BESIDE);
    }
}

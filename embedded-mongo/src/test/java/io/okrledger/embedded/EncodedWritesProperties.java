package io.okrledger.embedded;

import static io.okrledger.embedded.ConnectedStore.all;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
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
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.jspecify.annotations.Nullable;

/**
 * What a driver sends to be stored is stored as it comes, beside its command or within it. The front makes objects of it, as
 * it does where a document is found and replaced. All of it means the same.
 */
class EncodedWritesProperties {

    private static final String BESIDE = "beside";
    private static final String WITHIN = "within";
    private static final String FRONT = "front";
    private static final List<String> ALL = List.of(BESIDE, WITHIN, FRONT);
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
                    return new Outcome(1, null, 0);
                }
                var before = stored(BESIDE);
                var result = collection.replaceOne(filter, document, new ReplaceOptions().upsert(upsert));
                requireCounted(BESIDE, before, result.getMatchedCount(), result.getModifiedCount());
                return new Outcome(result.getMatchedCount(), shown(result.getUpsertedId()), 0);
            } catch (MongoWriteException refused) {
                return new Outcome(0, null, refused.getCode());
            }
        }

        Outcome within() {
            if (filter == null) {
                return insertInto(WITHIN);
            }
            var before = stored(WITHIN);
            var statement = new Document("q", filter).append("u", document).append("upsert", upsert);
            var reply = store.run(new Document("update", WITHIN).append("updates", List.of(statement)));
            if (reply.containsKey("writeErrors")) {
                return refused(reply);
            }
            if (reply.containsKey("upserted")) {
                var upserted = reply.getList("upserted", Document.class).get(0);
                return new Outcome(0, shown(upserted.toBsonDocument().get("_id")), 0);
            }
            requireCounted(WITHIN, before, reply.getInteger("n"), reply.getInteger("nModified"));
            return new Outcome(reply.getInteger("n"), null, 0);
        }

        Outcome byTheFront() {
            if (filter == null) {
                return insertInto(FRONT);
            }
            var command = new Document("findAndModify", FRONT)
                    .append("query", filter)
                    .append("update", document)
                    .append("upsert", upsert);
            try {
                var before = ids(FRONT);
                var matched = store.run(command).get("value") != null;
                var added = ids(FRONT);
                added.removeAll(before);
                return new Outcome(matched ? 1 : 0, added.isEmpty() ? null : added.get(0), 0);
            } catch (MongoCommandException refused) {
                return new Outcome(0, null, refused.getCode());
            }
        }

        private Outcome insertInto(String collection) {
            var reply = store.run(new Document("insert", collection).append("documents", List.of(document)));
            return reply.containsKey("writeErrors") ? refused(reply) : new Outcome(1, null, 0);
        }

        private static Outcome refused(Document reply) {
            var error = reply.getList("writeErrors", Document.class).get(0);
            return new Outcome(0, null, error.getInteger("code"));
        }

        /** As MongoDB counts: modified is what has other bytes afterwards. */
        private static void requireCounted(String collection, List<?> before, long matched, long modified) {
            var changed = matched == 1 && !stored(collection).equals(before);
            assertThat(modified).isEqualTo(changed ? 1 : 0);
            Statistics.label("modified").collect(modified);
        }

        private static List<String> ids(String collection) {
            var ids = new ArrayList<String>();
            store.collection(collection)
                    .find()
                    .forEach(it -> ids.add(shown(it.toBsonDocument().get("_id"))));
            return ids;
        }

        private static @Nullable String shown(@Nullable BsonValue id) {
            return id == null ? null : Objects.toString(id);
        }
    }

    private record Outcome(long matched, @Nullable String upserted, int refusal) {}

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
        ALL.forEach(name -> store.collection(name).drop());
        done(new Write(null, new Document("_id", null).append("a", 1), false));
        assertThat(done(new Write(new Document("a", 1), new Document("_id", 5), true))
                        .refusal())
                .isEqualTo(IMMUTABLE_FIELD);
        assertThat(stored(BESIDE)).containsExactly(exact(new Document("_id", null).append("a", 1)));
        ALL.forEach(store::requireValid);
    }

    @Example
    void modifyTheNumberThatBecomesOneOfAnotherType() {
        ALL.forEach(name -> store.collection(name).drop());
        done(new Write(null, new Document("_id", 0).append("a", 1), false));
        done(new Write(new Document("_id", 0), new Document("_id", 0).append("a", 1L), false));
        assertThat(stored(BESIDE)).containsExactly(exact(new Document("_id", 0).append("a", 1L)));
        var added = store.collection(BESIDE)
                .updateOne(new Document("_id", 0), new Document("$inc", new Document("a", 0.0)));
        assertThat(added.getModifiedCount()).isOne();
        assertThat(stored(BESIDE)).containsExactly(exact(new Document("_id", 0).append("a", 1.0)));
    }

    @Example
    void putTheFieldsIntoTheOrderOfTheReplacement() {
        ALL.forEach(name -> store.collection(name).drop());
        done(new Write(null, new Document("_id", 0).append("a", 1).append("b", 2), false));
        var turned = new Document("_id", 0).append("b", 2).append("a", 1);
        done(new Write(new Document("_id", 0), turned, false));
        assertThat(stored(BESIDE)).containsExactly(exact(turned));
        assertThat(stored(WITHIN)).containsExactly(exact(turned));
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
        for (var name : ALL) {
            store.collection(name).drop();
            store.collection(name).createIndex(new Document("a", 1));
            store.collection(name).createIndex(new Document("b", -1), new IndexOptions().unique(true));
        }
        for (var write : writes) {
            Statistics.label("refusal").collect(done(write).refusal());
        }
        ALL.forEach(store::requireValid);
        assertThat(stored(BESIDE)).isEqualTo(stored(WITHIN));
        // The front leaves the fields of what it replaces in their order.
        assertThat(all(store.collection(BESIDE).find()))
                .isEqualTo(all(store.collection(FRONT).find()));
    }

    private static Outcome done(Write write) {
        var outcome = write.beside();
        assertThat(outcome).as("%s", write).isEqualTo(write.within()).isEqualTo(write.byTheFront());
        return outcome;
    }

    /** With the order of fields and the types of numbers. */
    private static List<String> stored(String collection) {
        return all(store.collection(collection).find()).stream()
                .map(EncodedWritesProperties::exact)
                .toList();
    }

    private static String exact(Document document) {
        return document.toJson(
                JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build());
    }
}

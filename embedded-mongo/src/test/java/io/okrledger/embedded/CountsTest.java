package io.okrledger.embedded;

import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.InsertManyOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountsTest {

    @TempDir
    Path directory;

    @Test
    void countsWhatIsThereAlsoWhenItIsOpenedAgain() {
        try (var store = ConnectedStore.open(directory)) {
            store.notes().createIndex(ascending("a"));
            store.notes()
                    .insertMany(IntStream.range(0, 200)
                            .mapToObj(i -> new Document("_id", i).append("a", i % 10))
                            .toList());
            store.notes().deleteMany(lt("_id", 50));
            refuseSome(store);
            requireCounts(store);
        }
        try (var store = ConnectedStore.open(directory)) {
            requireCounts(store);
        }
    }

    private static void refuseSome(ConnectedStore store) {
        var more = List.of(new Document("_id", 100), new Document("_id", 200).append("a", 3), new Document("_id", 100));
        Assertions.assertThatThrownBy(() -> store.notes().insertMany(more, new InsertManyOptions().ordered(false)))
                .isInstanceOf(MongoBulkWriteException.class);
    }

    private static void requireCounts(ConnectedStore store) {
        var notes = store.notes();
        assertThat(notes.estimatedDocumentCount()).isEqualTo(151);
        assertThat(notes.countDocuments()).isEqualTo(151);
        assertThat(notes.countDocuments(gte("a", 8))).isEqualTo(30);
        assertThat(notes.countDocuments(gte("_id", 190))).isEqualTo(11);
        assertThat(notes.countDocuments(gte("a", 8), new CountOptions().skip(25)))
                .isEqualTo(5);
        assertThat(notes.countDocuments(gte("a", 8), new CountOptions().limit(7)))
                .isEqualTo(7);
        assertThat(notes.countDocuments(gte("a", 99))).isZero();
        assertThat(store.run("{count: 'notes', query: {a: {$gte: 8}}, skip: 20, limit: 20}"))
                .containsEntry("n", 10);
        assertThat(store.run("{count: 'notes', skip: 150}")).containsEntry("n", 1);
        assertThat(store.run("{count: 'notes', limit: 5}")).containsEntry("n", 5);
        assertThat(store.collection("none").countDocuments()).isZero();
        assertThat(store.collection("none").estimatedDocumentCount()).isZero();
    }
}

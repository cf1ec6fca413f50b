package io.okrledger.embedded;

import com.mongodb.client.model.IndexOptions;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A store in a directory, which can be opened again, and documents with something to index. */
abstract class NotesOnDisk {

    static final IndexOptions UNIQUE = new IndexOptions().unique(true);

    @TempDir
    Path directory;

    ConnectedStore store;

    @BeforeEach
    void open() {
        store = ConnectedStore.open(directory);
    }

    @AfterEach
    void close() {
        store.close();
    }

    void reopen() {
        close();
        open();
    }

    void insert(int from, int to) {
        store.notes()
                .insertMany(IntStream.range(from, to)
                        .mapToObj(
                                i -> new Document("_id", i).append("a", i % 10).append("b", "b" + i))
                        .toList());
    }
}

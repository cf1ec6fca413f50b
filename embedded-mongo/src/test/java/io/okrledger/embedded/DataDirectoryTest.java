package io.okrledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    Path directory;

    @Test
    void refusesAFile() throws Exception {
        var file = Files.writeString(directory.resolve("notes.txt"), "mine");
        refuses(file, "The data directory " + file + " is a file.");
        refuses(file.resolve("below"), "The data directory " + file + "/below cannot be made.");
        assertThat(file).hasContent("mine");
    }

    @Test
    void refusesADirectoryThatIsInUse() {
        try (var first = EmbeddedMongo.open(directory)) {
            EmbeddedMongoTest.in(first, notes -> notes.insertOne(EmbeddedMongoTest.document(1)));
            refuses(directory, "The data directory " + directory + " is in use by another process.");
            assertThat(EmbeddedMongoTest.in(first, EmbeddedMongoTest::all)).hasSize(1);
        }
    }

    @Test
    void refusesAFileThatIsNotOurs() throws Exception {
        var file = Files.writeString(directory.resolve("store.mv"), "somebody else's data".repeat(1000));
        var before = Files.readAllBytes(file);
        refuses(directory, "The data directory " + directory + " holds a store.mv that is damaged or not ours.");
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void refusesADirectoryWithoutRights() {
        assertThat(directory.toFile().setWritable(false)).isTrue();
        assumeFalse(Files.isWritable(directory), "the superuser may write everywhere");
        refuses(directory, "The data directory " + directory + " cannot be read and written by this user.");
    }

    private static void refuses(Path path, String sentence) {
        assertThatThrownBy(() -> EmbeddedMongo.open(path))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessage(sentence);
    }
}

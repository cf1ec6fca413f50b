package io.okrledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
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
    void refusesDataOfAnEarlierKindAndLeavesIt() throws Exception {
        var file = Files.writeString(directory.resolve("store.mv"), "what was kept here before".repeat(1000));
        var before = Files.readAllBytes(file);
        refuses(
                directory,
                "The data directory " + directory + " holds data of another format, which this version cannot read.");
        assertThat(file).hasBinaryContent(before);
        assertThat(directory.resolve("format")).doesNotExist();
    }

    @Test
    void refusesANewerFormatAndLeavesIt() throws Exception {
        EmbeddedMongo.open(directory).close();
        var format = Files.writeString(directory.resolve("format"), "okr-ledger store 2\n");
        var before = filesOf(directory.resolve("data"));
        refuses(
                directory,
                "The data directory " + directory + " has the format \"okr-ledger store 2\", "
                        + "and this version reads \"okr-ledger store 1\": it is of a newer version.");
        assertThat(format).hasContent("okr-ledger store 2\n");
        assertThat(filesOf(directory.resolve("data"))).isEqualTo(before);
    }

    @Test
    void refusesAFormatThatIsNotOurs() throws Exception {
        Files.writeString(directory.resolve("format"), "something else");
        refuses(directory, "The data directory " + directory + " has a format that is not ours.");
    }

    private static Map<Path, FileTime> filesOf(Path path) throws Exception {
        var times = new TreeMap<Path, FileTime>();
        try (var found = Files.list(path)) {
            for (var file : found.toList()) {
                times.put(file, Files.getLastModifiedTime(file));
            }
        }
        return times;
    }

    @Test
    void refusesADirectoryWithoutRights() {
        assertThat(directory.toFile().setWritable(false)).isTrue();
        assumeFalse(Files.isWritable(directory), "the superuser may write everywhere");
        refuses(
                directory,
                "The data directory " + directory + " cannot be used: this user may not read and write " + directory
                        + ".");
    }

    private static void refuses(Path path, String sentence) {
        assertThatThrownBy(() -> EmbeddedMongo.open(path))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessage(sentence);
    }
}

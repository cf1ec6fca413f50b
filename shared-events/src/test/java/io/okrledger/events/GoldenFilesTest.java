package io.okrledger.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A golden file that no longer fits means another revision with a file of its own, not an edit. */
class GoldenFilesTest {

    static List<EventCatalogue.Entry> entries() {
        return EventCatalogue.entries();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void anEventIsWrittenAsItsGoldenFileSays(EventCatalogue.Entry entry) throws IOException {
        var written = GoldenFiles.tree(GoldenFiles.JSON.writeValueAsString(example(entry)));

        assertThat(written).isEqualTo(GoldenFiles.tree(GoldenFiles.text(entry)));
    }

    @ParameterizedTest
    @MethodSource("entries")
    void aGoldenFileIsReadBackAsTheEvent(EventCatalogue.Entry entry) throws IOException {
        Object read = GoldenFiles.JSON.readValue(GoldenFiles.text(entry), entry.type());

        assertThat(read).isEqualTo(example(entry));
    }

    @Test
    void everyGoldenFileBelongsToAnEvent() throws IOException {
        assertThat(GoldenFiles.names())
                .containsAll(entries().stream().map(GoldenFiles::name).toList())
                .allMatch(file -> entries().stream().anyMatch(entry -> file.startsWith(entry.name() + ".v")));
    }

    private static Object example(EventCatalogue.Entry entry) {
        var examples =
                EventExamples.ALL.stream().filter(entry.type()::isInstance).toList();
        assertThat(examples).as("examples of " + entry.name()).hasSize(1);
        return examples.get(0);
    }
}

package io.okrledger.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A golden file that no longer fits means another revision with a file of its own, not an edit. */
class GoldenFilesTest {

    static List<EventCatalogue.Entry> entries() {
        return EventCatalogue.entries();
    }

    static Stream<Arguments> revisions() {
        return entries().stream()
                .flatMap(entry ->
                        IntStream.rangeClosed(1, entry.revision()).mapToObj(revision -> Arguments.of(entry, revision)));
    }

    @ParameterizedTest
    @MethodSource("entries")
    void anEventIsWrittenAsItsGoldenFileSays(EventCatalogue.Entry entry) throws IOException {
        var written = GoldenFiles.tree(GoldenFiles.JSON.writeValueAsString(example(entry)));

        assertThat(written).isEqualTo(GoldenFiles.tree(GoldenFiles.text(entry)));
    }

    @ParameterizedTest
    @MethodSource("revisions")
    void aGoldenFileOfAnyRevisionIsReadAsTheSameEvent(EventCatalogue.Entry entry, int revision) throws IOException {
        assertThat(GoldenFiles.read(entry, revision)).isEqualTo(example(entry));
    }

    @Test
    void everyRevisionOfAnEventHasItsGoldenFile() throws IOException {
        var revisions = revisions().map(Arguments::get);

        assertThat(GoldenFiles.names())
                .containsExactlyInAnyOrderElementsOf(revisions
                        .map(revision -> GoldenFiles.name((EventCatalogue.Entry) revision[0], (int) revision[1]))
                        .toList());
    }

    private static Object example(EventCatalogue.Entry entry) {
        var examples =
                EventExamples.ALL.stream().filter(entry.type()::isInstance).toList();
        assertThat(examples).as("examples of " + entry.name()).hasSize(1);
        return examples.get(0);
    }
}

package io.okrledger.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Golden files are what old logs hold: they are never edited. Another shape of an event is another revision and file. */
class GoldenFilesTest {

    private static final Path FILES = Path.of("src/test/resources/golden");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static List<EventCatalogue.Entry> entries() {
        return EventCatalogue.entries();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void anEventIsWrittenAsItsGoldenFileSays(EventCatalogue.Entry entry) throws IOException {
        var written = JSON.readTree(JSON.writeValueAsString(example(entry)));

        assertThat(written).isEqualTo(JSON.readTree(golden(entry)));
    }

    @ParameterizedTest
    @MethodSource("entries")
    void aGoldenFileIsReadBackAsTheEvent(EventCatalogue.Entry entry) throws IOException {
        Object read = JSON.readValue(golden(entry), entry.type());

        assertThat(read).isEqualTo(example(entry));
    }

    @Test
    void everyGoldenFileBelongsToAnEvent() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsAll(
                            entries().stream().map(GoldenFilesTest::fileName).toList())
                    .allMatch(name -> entries().stream().anyMatch(entry -> name.startsWith(entry.name() + ".v")));
        }
    }

    private static String golden(EventCatalogue.Entry entry) throws IOException {
        return Files.readString(FILES.resolve(fileName(entry)));
    }

    private static String fileName(EventCatalogue.Entry entry) {
        return "%s.v%d.json".formatted(entry.name(), entry.revision());
    }

    private static Object example(EventCatalogue.Entry entry) {
        var examples =
                EventExamples.ALL.stream().filter(entry.type()::isInstance).toList();
        assertThat(examples).as("examples of " + entry.name()).hasSize(1);
        return examples.get(0);
    }
}

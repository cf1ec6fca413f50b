package io.okrledger.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds {@code docs/events.md} to the catalogue and to the golden files. */
class EventGuideTest {

    private static final Path GUIDE = Path.of("../docs/events.md");
    private static final Pattern HEADING = Pattern.compile("^### `([^`]+)`$", Pattern.MULTILINE);

    static List<EventCatalogue.Entry> entries() {
        return EventCatalogue.entries();
    }

    @Test
    void describesEveryEventAndNothingElse() throws IOException {
        assertThat(HEADING.matcher(Files.readString(GUIDE)).results().map(match -> match.group(1)))
                .containsExactlyInAnyOrderElementsOf(
                        entries().stream().map(EventCatalogue.Entry::name).toList());
    }

    @ParameterizedTest
    @MethodSource("entries")
    void showsTheGoldenFileOfItsRevision(EventCatalogue.Entry entry) throws IOException {
        var section = section(entry);
        var example = section.substring(section.indexOf("```json") + 7, section.lastIndexOf("```"));

        assertThat(section).contains("\nRevision " + entry.revision() + ". ");
        assertThat(GoldenFiles.tree(example)).isEqualTo(GoldenFiles.tree(GoldenFiles.text(entry)));
    }

    @ParameterizedTest
    @MethodSource("entries")
    void explainsEveryField(EventCatalogue.Entry entry) throws IOException {
        var fields = Pattern.compile("^\\| `([^`]+)` \\|", Pattern.MULTILINE)
                .matcher(section(entry))
                .results()
                .map(match -> match.group(1));

        assertThat(fields)
                .containsExactlyElementsOf(
                        GoldenFiles.tree(GoldenFiles.text(entry)).propertyNames());
    }

    private static String section(EventCatalogue.Entry entry) throws IOException {
        var behind = Files.readString(GUIDE).split("### `" + Pattern.quote(entry.name()) + "`", 2)[1];
        return behind.split("\n##", 2)[0];
    }
}

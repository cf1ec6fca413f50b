package io.okrledger.events;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What old logs hold: one file per event and revision, never edited. */
final class GoldenFiles {

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private GoldenFiles() {}

    static List<String> names() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    static String name(EventCatalogue.Entry entry) {
        return "%s.v%d.json".formatted(entry.name(), entry.revision());
    }

    static String text(EventCatalogue.Entry entry) throws IOException {
        return Files.readString(FOLDER.resolve(name(entry)));
    }

    static JsonNode tree(String json) {
        return JSON.readTree(json);
    }
}

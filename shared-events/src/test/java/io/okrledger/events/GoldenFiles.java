package io.okrledger.events;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
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

    static String name(EventCatalogue.Entry entry, int revision) {
        return "%s.v%d.json".formatted(entry.name(), revision);
    }

    static String text(EventCatalogue.Entry entry, int revision) throws IOException {
        return Files.readString(FOLDER.resolve(name(entry, revision)));
    }

    /** Of the newest revision. */
    static String text(EventCatalogue.Entry entry) throws IOException {
        return text(entry, entry.revision());
    }

    static Object read(EventCatalogue.Entry entry, int revision) throws IOException {
        Map<String, Object> payload = JSON.readValue(text(entry, revision), new TypeReference<>() {});
        for (var upcast : entry.upcasts().subList(revision - 1, entry.upcasts().size())) {
            payload = upcast.apply(Collections.unmodifiableMap(payload));
        }
        return JSON.convertValue(payload, entry.type());
    }

    static JsonNode tree(String json) {
        return JSON.readTree(json);
    }
}

package io.okrledger.query.http.export;

import java.util.List;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * A column of a table.
 *
 * @param place where its value is in the JSON of an item
 */
record Column(String name, JsonPointer place, Kind kind) {

    enum Kind {
        TEXT,
        DECIMAL,
        WHOLE,
        TRUTH,
        INSTANT,
        DAY
    }

    static Column at(List<String> path, Kind kind) {
        var place = JsonPointer.empty();
        for (var name : path) {
            place = place.appendProperty(name);
        }
        return new Column(String.join(".", path), place, kind);
    }

    JsonNode of(JsonNode item) {
        return item.at(place);
    }
}

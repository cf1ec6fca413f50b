package io.okrledger.query.http.export;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a list looks like as a table.
 *
 * @param unfolded the field of an item whose list is unfolded into rows
 */
record Table(List<Column> columns, @Nullable String unfolded) {

    /** Hands over the rows of an item, each with a cell for every column, one after the other. */
    void rows(ObjectNode item, Consumer<List<JsonNode>> taker) {
        if (unfolded == null) {
            taker.accept(cells(item));
            return;
        }
        var inner = item.path(unfolded);
        if (inner.isEmpty()) {
            taker.accept(cells(item.set(unfolded, JsonNodeFactory.instance.objectNode())));
        }
        for (var part : inner) {
            taker.accept(cells(item.set(unfolded, part)));
        }
    }

    private List<JsonNode> cells(JsonNode row) {
        return columns.stream().map(column -> column.of(row)).toList();
    }
}

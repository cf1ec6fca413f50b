package io.okrledger.query.http.export;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.POJONode;
import tools.jackson.databind.util.RawValue;

/** What is in a cell. */
final class Cells {

    private Cells() {}

    static boolean isEmpty(JsonNode cell) {
        return cell.isMissingNode() || cell.isNull();
    }

    /** Plain numbers, instants in RFC 3339, texts as they are, JSON for what has fields of its own; null for nothing. */
    static @Nullable String text(JsonNode cell) {
        if (isEmpty(cell)) {
            return null;
        } else if (cell instanceof POJONode own && own.getPojo() instanceof RawValue raw) {
            return String.valueOf(raw.rawValue());
        } else if (cell.isNumber()) {
            return cell.decimalValue().toPlainString();
        }
        return cell.isContainer() ? cell.toString() : cell.asString();
    }
}

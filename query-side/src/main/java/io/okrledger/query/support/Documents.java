package io.okrledger.query.support;

import java.math.BigDecimal;
import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDecimal128;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.types.Decimal128;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Records as BSON, by way of their JSON. Decimals become Decimal128, which holds any number that the ledger takes
 * exactly; instants stay text, because a BSON date would lose what is below a millisecond.
 */
final class Documents {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Documents() {}

    static BsonDocument write(View view) {
        var document = document((ObjectNode) JSON.valueToTree(view));
        document.remove("id");
        document.put("_id", new BsonString(view.id()));
        return document;
    }

    static <V> V read(BsonDocument document, Class<V> type) {
        var tree = tree(document);
        tree.set("id", tree.get("_id"));
        return JSON.treeToValue(tree, type);
    }

    private static BsonDocument document(ObjectNode node) {
        var document = new BsonDocument();
        for (var field : node.properties()) {
            document.put(field.getKey(), value(field.getValue()));
        }
        return document;
    }

    private static BsonValue value(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> document((ObjectNode) node);
            case ARRAY -> array((ArrayNode) node);
            case STRING -> new BsonString(node.stringValue());
            case BOOLEAN -> BsonBoolean.valueOf(node.booleanValue());
            case NUMBER -> number(node);
            case NULL -> BsonNull.VALUE;
            default -> throw new IllegalArgumentException("No document can hold a " + node.getNodeType());
        };
    }

    private static BsonArray array(ArrayNode node) {
        var array = new BsonArray(node.size());
        node.forEach(item -> array.add(value(item)));
        return array;
    }

    private static BsonValue number(JsonNode node) {
        return switch (node.numberType()) {
            case INT -> new BsonInt32(node.intValue());
            case LONG -> new BsonInt64(node.longValue());
            case FLOAT, DOUBLE -> new BsonDouble(node.doubleValue());
            default -> new BsonDecimal128(new Decimal128(node.decimalValue()));
        };
    }

    private static ObjectNode tree(BsonDocument document) {
        var node = NODES.objectNode();
        for (Map.Entry<String, BsonValue> field : document.entrySet()) {
            node.set(field.getKey(), node(field.getValue()));
        }
        return node;
    }

    private static JsonNode node(BsonValue value) {
        return switch (value.getBsonType()) {
            case DOCUMENT -> tree(value.asDocument());
            case ARRAY -> {
                var array = NODES.arrayNode();
                value.asArray().forEach(item -> array.add(node(item)));
                yield array;
            }
            case STRING -> NODES.stringNode(value.asString().getValue());
            case BOOLEAN -> NODES.booleanNode(value.asBoolean().getValue());
            case INT32 -> NODES.numberNode(value.asInt32().getValue());
            case INT64 -> NODES.numberNode(value.asInt64().getValue());
            case DOUBLE -> NODES.numberNode(value.asDouble().getValue());
            case DECIMAL128 -> NODES.numberNode(decimal(value));
            case NULL -> NODES.nullNode();
            default -> throw new IllegalArgumentException("No view can hold a " + value.getBsonType());
        };
    }

    private static BigDecimal decimal(BsonValue value) {
        return value.asDecimal128().getValue().bigDecimalValue();
    }
}

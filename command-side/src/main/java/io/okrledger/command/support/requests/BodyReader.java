package io.okrledger.command.support.requests;

import io.okrledger.command.support.problems.FieldProblem;
import jakarta.validation.constraints.Size;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/**
 * Reads a JSON object into a record, field by field, and goes on where a field is wrong, so that an answer names every
 * such field and not only the first. What is wrong is left null.
 */
final class BodyReader {

    private static final String OURS = "io.okrledger.command";

    private final JsonMapper json;
    private final References references;
    private final List<FieldProblem> problems = new ArrayList<>();

    BodyReader(JsonMapper json, References references) {
        this.json = json;
        this.references = references;
    }

    static boolean isBody(Class<?> type) {
        return type.isRecord() && type.getPackageName().startsWith(OURS);
    }

    List<FieldProblem> problems() {
        return problems;
    }

    @Nullable Object read(JsonNode node, Class<?> type, String pointer) {
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        return isBody(type) ? readBody(node, type, pointer) : readValue(node, type, pointer);
    }

    private @Nullable Object readBody(JsonNode node, Class<?> type, String pointer) {
        if (!node.isObject()) {
            return wrongType(type, pointer);
        }
        var components = type.getRecordComponents();
        var known = Arrays.stream(components).map(RecordComponent::getName).toList();
        for (var name : node.propertyNames()) {
            if (!known.contains(name)) {
                problems.add(new FieldProblem(
                        pointer + "/" + escape(name), "unknown-field", "There is no such field here."));
            }
        }
        var values = new @Nullable Object[components.length];
        for (var i = 0; i < values.length; i++) {
            var name = components[i].getName();
            values[i] = readField(node.path(name), components[i], pointer + "/" + name);
        }
        return BeanUtils.instantiateClass(BeanUtils.getResolvableConstructor(type), values);
    }

    private @Nullable Object readField(JsonNode node, RecordComponent field, String pointer) {
        if (field.getType() != List.class || node.isMissingNode() || node.isNull()) {
            return read(node, field.getType(), pointer);
        }
        return node.isArray() ? readList(node, field, pointer) : wrongType(List.class, pointer);
    }

    /** Reads no more than its {@link Size} needs to notice that there are too many. */
    private List<@Nullable Object> readList(JsonNode node, RecordComponent field, String pointer) {
        var type = (Class<?>) ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0];
        var most = field.getAccessor().getAnnotation(Size.class).max();
        var values = new ArrayList<@Nullable Object>();
        for (var i = 0; i < Math.min(node.size(), most + 1); i++) {
            values.add(read(node.path(i), type, pointer + "/" + i));
        }
        return values;
    }

    private @Nullable Object readValue(JsonNode node, Class<?> type, String pointer) {
        if (!isOfKind(node, type)) {
            return wrongType(type, pointer);
        }
        var meant = node.isString() ? references.idOf(type, node.asString()) : "";
        if (meant == null) {
            problems.add(new FieldProblem(pointer, "unknown-ref", "No line before this one made what is meant here."));
            return null;
        }
        try {
            return json.treeToValue(node.isString() ? StringNode.valueOf(meant) : node, type);
        } catch (JacksonException e) {
            problems.add(new FieldProblem(pointer, "malformed", "This is not " + Kinds.nameOf(type) + "."));
            return null;
        }
    }

    private static boolean isOfKind(JsonNode node, Class<?> type) {
        if (type == Integer.class) {
            return node.isIntegralNumber() && node.canConvertToInt();
        }
        return type == BigDecimal.class ? node.isNumber() : node.isString();
    }

    private @Nullable Object wrongType(Class<?> type, String pointer) {
        problems.add(new FieldProblem(pointer, "wrong-type", "Expected " + Kinds.nameOf(type) + " here."));
        return null;
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
